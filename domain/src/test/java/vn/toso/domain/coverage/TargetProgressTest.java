package vn.toso.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.Problems.assertForbidden;
import static vn.toso.domain.world.Problems.assertNotFound;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.TAM_HOP;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.coverage.CoverageTrend.Point;
import vn.toso.domain.coverage.SetTarget.Command;
import vn.toso.domain.coverage.SetTarget.Document;
import vn.toso.domain.coverage.TargetProgress.Progress;
import vn.toso.domain.coverage.TargetProgress.Reading;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.WorkingWorld;

class TargetProgressTest {

    private static final Document PLAN = new Document("171/KH-UBND", LocalDate.of(2023, 3, 20), "UBND tỉnh", null);

    private WorkingWorld world;
    private SetTarget setTarget;
    private TargetProgress progress;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("TargetProgress", TestWorld.CLOCK);
        Targets targets = new Targets(world.store, world.log, world.clock);
        CountedUpTo countedUpTo = Months.countedUpTo(world);
        CoverageTrend trend = new CoverageTrend(
                world.coverages, world.people.trees, world.people.catalogues, countedUpTo, world.clock);
        setTarget = new SetTarget(targets, world.people.trees, world.people.catalogues, world.clock);
        progress = new TargetProgress(
                targets, trend, world.people.trees, world.people.catalogues, countedUpTo, world.clock);
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** Households registered 60 days ago, of which so many achieved each day, the first entry being today. */
    private void achievedDaysAgo(int households, int... perDay) {
        int next = 0;
        for (int daysAgo = 0; daysAgo < perDay.length; daysAgo++) {
            for (int i = 0; i < perDay[daysAgo]; i++) {
                world.people.put(aHousehold("Hộ " + next++)
                        .since(TODAY.minusDays(60))
                        .achieved("PAY_BILL", TODAY.minusDays(daysAgo)));
            }
        }
        while (next < households) {
            world.people.put(aHousehold("Hộ " + next++).since(TODAY.minusDays(60)));
        }
        world.settle();
    }

    private Progress set(@Nullable Long number, @Nullable Double share, String period) {
        Target target = await(setTarget.set(actor(HOA), null, command(MINH_HOP.id(), period, number, share)));
        Reading reading = await(progress.of(actor(HOA), target));
        assertThat(reading.progress()).isNotNull();
        return reading.progress();
    }

    private static Command command(AreaId area, String period, @Nullable Long number, @Nullable Double share) {
        return new Command(area, "PAY_BILL", period, number, share, PLAN);
    }

    @Test
    void pace_and_forecast_follow_from_the_last_four_whole_weeks() {
        // Yesterday's week brought 7, the three before it 0, 0 and 7: a mean of half a unit a day.
        int[] perDay = new int[28];
        perDay[3] = 7;
        perDay[23] = 7;
        achievedDaysAgo(40, perDay);

        Progress found = set(null, 0.5, "2026-11");

        assertThat(found.achieved()).isEqualTo(14);
        assertThat(found.goal()).isEqualTo(20);
        assertThat(found.missing()).isEqualTo(6);
        assertThat(found.daysLeft()).isEqualTo(10);
        assertThat(found.paceNeeded()).isEqualTo(0.6);
        assertThat(found.pace()).isEqualTo(0.5);
        assertThat(found.forecast()).isEqualTo(new Forecast(14, 19, 24));
    }

    @Test
    void a_forecast_never_goes_beyond_those_who_are_eligible() {
        int[] perDay = new int[28];
        perDay[2] = 28;
        achievedDaysAgo(30, perDay);

        assertThat(set(30L, null, "2026").forecast()).isEqualTo(new Forecast(28, 30, 30));
    }

    @Test
    void too_little_is_known_of_less_than_four_weeks() {
        world.people.put(aHousehold("Mới").since(TODAY.minusDays(27)).achieved("PAY_BILL", TODAY));
        world.settle();

        Progress found = set(5L, null, "2026");

        assertThat(found.pace()).isNull();
        assertThat(found.forecast()).isNull();
        assertThat(found.achieved()).isEqualTo(1);
    }

    @Test
    void a_period_that_is_over_reads_as_of_its_last_day() {
        int[] perDay = new int[60];
        perDay[2] = 3;
        perDay[30] = 4;
        achievedDaysAgo(10, perDay);

        Progress found = set(6L, null, "2026-10");

        assertThat(found.achieved()).isEqualTo(4);
        assertThat(found.missing()).isEqualTo(2);
        assertThat(found.daysLeft()).isZero();
        assertThat(found.paceNeeded()).isNull();
        assertThat(found.forecast()).isNull();
    }

    @Test
    void setting_again_replaces_and_each_has_its_document() {
        await(setTarget.set(actor(HOA), null, command(MINH_HOP.id(), "2026", 10L, null)));
        Target again = await(setTarget.set(actor(HOA), 1L, command(MINH_HOP.id(), "2026", null, 0.7)));

        assertThat(again.revision().version()).isEqualTo(2);
        assertThat(again.number()).isNull();
        assertThat(again.share()).isEqualTo(0.7);
        assertThat(again.source().document()).isEqualTo("171/KH-UBND, 2023-03-20, UBND tỉnh");
        assertThat(await(progress.of(actor(HOA), MINH_HOP.id())).targets())
                .extracting(Reading::target)
                .containsExactly(again);
    }

    @Test
    void what_is_wrong_is_told_and_who_may_not_is_refused() {
        assertThat(errorsOf(setTarget.set(
                        actor(HOA),
                        null,
                        new Command(
                                MINH_HOP.id(),
                                "NOPE",
                                "2026-13",
                                -1L,
                                1.5,
                                new Document(" ", TODAY.plusDays(1), null, null)))))
                .containsExactly(
                        "/service unknown-service",
                        "/period target-period",
                        "/number number-or-share",
                        "/number positive",
                        "/share share",
                        "/source/date in-the-future",
                        "/source/number required");
        assertForbidden(setTarget.set(actor(LAN), null, command(MINH_HOP.id(), "2026", 1L, null)));
        assertNotFound(setTarget.set(actor(HOA), null, command(TAM_HOP.id(), "2026", 1L, null)));
        assertNotFound(progress.of(actor(HOA), TAM_HOP.id()));
    }

    @Test
    void a_week_in_which_more_was_taken_back_than_achieved_pulls_the_low_end_down() {
        List<Point> days = new ArrayList<>();
        for (int day = 0; day <= Forecast.DAYS; day++) {
            long achieved = day <= 21 ? 20 + day : 41 - (day - 21);
            days.add(new Point(TODAY.plusDays(day), new Cell(100, 0, achieved, 0, 0), 100, 0));
        }

        Forecast forecast =
                Forecast.of(days, days.get(Forecast.DAYS).cell(), 10).orElseThrow();

        assertThat(forecast).isEqualTo(new Forecast(24, 39, 44));
    }
}
