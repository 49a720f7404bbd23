package vn.toso.domain.coverage;

import static com.mongodb.client.model.Filters.lte;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.Eventually;
import vn.toso.domain.id.TargetId;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.WorkingWorld;

/** How past days are found, on a server that says how it answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoverageIndexTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    private WorkingWorld world;

    @BeforeAll
    void fill() {
        assumeTrue(TestStore.isRealEngine(), "the embedded server cannot explain");
        world = WorkingWorld.open("CoverageIndex", TestWorld.CLOCK);
        for (int hamlet = 0; hamlet < 60; hamlet++) {
            List<CoverageDay> days = new ArrayList<>();
            for (int day = 0; day < 100; day++) {
                LocalDate date = DAY.minusDays(day);
                days.add(new CoverageDay(
                        hamlet + ":" + date, Names.area("hamlet " + hamlet), date, 1, day, 200, 100, Map.of()));
            }
            await(Mono.from(
                    world.store.collection("coverage_days", CoverageDay.class).insertMany(days)));
        }
    }

    @AfterAll
    void close() {
        if (world != null) {
            world.close();
        }
    }

    private static void assertUses(String index, Mono<Document> explained) {
        // A server plans by statistics that it gathers some seconds after a bulk load.
        Eventually.holds(
                () -> assertThat(await(explained).toJson()).contains(index).doesNotContain("COLLSCAN"));
    }

    @Test
    void days_are_found_by_hamlet_and_day() {
        CoverageDays days = world.coverages.days();

        assertUses(
                "hamletId_1_day_1",
                Mono.from(days.statementOfMarks(Names.area("hamlet 3")).explain()));
        assertUses(
                "hamletId_1_day_1",
                Mono.from(days.statementOfLatest(
                                List.of(Names.area("hamlet 3"), Names.area("hamlet 4")), lte("day", DAY.minusDays(9)))
                        .explain()));
    }

    @Test
    void the_days_of_a_trend_are_found_by_hamlet_and_day() {
        assertUses(
                "hamletId_1_day_1",
                Mono.from(world.coverages
                        .days()
                        .statementWithin(
                                List.of(Names.area("hamlet 3"), Names.area("hamlet 4")),
                                DAY.minusDays(9),
                                DAY,
                                "PAY_BILL")
                        .explain()));
    }

    @Test
    void frozen_months_are_found_by_hamlet_and_month() {
        FrozenMonths months = new FrozenMonths(world.store);
        await(months.createIndexes());
        List<FrozenMonth> frozen = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            frozen.add(FrozenMonth.of(
                    Names.area("hamlet " + i % 200),
                    YearMonth.of(2020, 1).plusMonths(i / 200),
                    TestWorld.NOW,
                    TestWorld.HOA.id(),
                    FrozenMonth.Statement.NONE));
        }
        await(months.insert(frozen));

        assertUses(
                "hamletId_1_month_1",
                Mono.from(months.statementOfLatest(List.of(Names.area("hamlet 3")), YearMonth.of(2021, 5))
                        .explain()));
    }

    @Test
    void targets_are_found_by_area() {
        Targets targets = new Targets(world.store, world.log, TestWorld.CLOCK);
        await(targets.collection().createIndexes());
        List<Target> many = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            many.add(new Target(
                    new TargetId(Names.uuid("target " + i)),
                    Revision.NONE,
                    Names.area("commune " + i % 130),
                    "PAY_BILL",
                    String.valueOf(2020 + i / 130),
                    Target.Kind.TARGET,
                    1L,
                    null,
                    null,
                    new Target.Source("a plan", null, "reference")));
        }
        await(Mono.from(targets.collection().documents().insertMany(many)));

        assertUses(
                "areaId_1_service_1_period_1",
                Mono.from(targets.statementOf(Names.area("commune 7")).explain()));
    }
}
