package vn.toso.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.coverage.RandomWork.SERVICES;
import static vn.toso.domain.world.AreaBuilder.ALWAYS;
import static vn.toso.domain.world.AreaBuilder.aCommune;
import static vn.toso.domain.world.AreaBuilder.aHamlet;
import static vn.toso.domain.world.TestWorld.MERGER;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.OVERSIGHT;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.TAM_HOP;
import static vn.toso.domain.world.TestWorld.VAN_LOI;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaTree;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.Change;
import vn.toso.domain.coverage.CoverageOf.AreaCoverage;
import vn.toso.domain.coverage.CoverageOf.Question;
import vn.toso.domain.coverage.CoverageOf.Tree;
import vn.toso.domain.coverage.CoverageTrend.Point;
import vn.toso.domain.service.Service;
import vn.toso.domain.world.AreaBuilder;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.WorkingWorld;

/**
 * Weeks of {@link RandomWork} across a New Year, two reorganisations and three freezes. In the end every number of
 * coverage, of trends and of months equals a count from the raw visits, at every level, on every day and in both trees.
 */
class CoverageFromRawVisitsTest {

    private static final Actor PROVINCE = actor(PROVINCE_ADMIN);
    private static final int[] DAYS_AGO = {0, 1, 2, 5, 9, 14, 20, 30, 50, 90};

    private final MovingClock clock = new MovingClock();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void every_number_equals_a_count_from_the_raw_visits(long seed) {
        try (WorkingWorld world = WorkingWorld.open("CoverageFromRawVisits", clock)) {
            clock.set(Days.startOf(LocalDate.of(2026, 12, 10)).plusSeconds(7 * 3600));
            RandomWork work = new RandomWork(world, clock, seed);
            Months months = new Months(world);
            RawMonths rawMonths = new RawMonths(work, months);
            for (int step = 0; step < 60; step++) {
                work.work();
                clock.advance(Duration.ofHours(work.random.nextInt(30)));
                reorganise(work, step);
                freeze(rawMonths, work, step);
                work.follow();
            }
            work.settle();
            assertThat(Days.today(clock).getYear()).isEqualTo(2027);
            RawFigures raw = new RawFigures(work);
            compareDays(world, raw, seed);
            compareHeadlines(world, raw, seed);
            compareTrends(world, months, raw, seed);
            rawMonths.compare(raw, Days.today(clock), "seed " + seed);
            replayEverythingOnANewNode(world, seed);
        }
    }

    /** One hamlet goes to the other commune; later that commune takes in the whole rest. */
    private void reorganise(RandomWork work, int step) {
        LocalDate today = Days.today(clock);
        if (step == 18) {
            work.reorganise(xom5().under(TAM_HOP.id(), today, null).build());
        } else if (step == 40) {
            work.reorganise(aHamlet("1")
                    .id("xóm 1")
                    .under(MINH_HOP.id(), ALWAYS, today)
                    .under(TAM_HOP.id(), today, null)
                    .declared(230)
                    .build());
            work.reorganise(aHamlet("5")
                    .id("xóm 5 văn lợi")
                    .under(VAN_LOI.id(), ALWAYS, MERGER)
                    .under(MINH_HOP.id(), MERGER, today)
                    .under(TAM_HOP.id(), today, null)
                    .build());
            work.reorganise(aCommune("Minh Hợp")
                    .to(today, TAM_HOP.id())
                    .under(OVERSIGHT.id(), ALWAYS, today)
                    .build());
        }
    }

    private AreaBuilder xom5() {
        return aHamlet("5").id("xóm 5").under(MINH_HOP.id(), ALWAYS, Days.today(clock));
    }

    private void freeze(RawMonths months, RandomWork work, int step) {
        if (step == 12) {
            months.freeze(MINH_HOP.id(), Days.today(clock));
        } else if (step == 25 || step == 50) {
            AreaTree tree = work.world.people.trees.current();
            months.freeze(tree.roots(Days.today(clock)).get(0).id(), Days.today(clock));
        }
    }

    private void compareDays(WorkingWorld world, RawFigures raw, long seed) {
        LocalDate today = Days.today(clock);
        AreaTree tree = world.people.trees.current();
        for (int daysAgo : DAYS_AGO) {
            LocalDate day = today.minusDays(daysAgo);
            for (Tree summedBy : Tree.values()) {
                LocalDate treeDay = summedBy == Tree.THEN ? day : today;
                for (Area area : tree.subtree(tree.roots(treeDay).get(0).id(), treeDay)) {
                    AreaCoverage counted = await(
                                    world.coverageOf.of(PROVINCE, new Question(area.id(), null, day, summedBy)))
                            .area();
                    compare(
                            new Figures(
                                    counted.households().registered(),
                                    counted.households().visited(),
                                    counted.cells()),
                            raw.sum(tree.hamletsUnder(area.id(), treeDay), day),
                            "seed %d, %s on %s as %s".formatted(seed, area.fullName(), day, summedBy));
                }
            }
        }
    }

    private void compareHeadlines(WorkingWorld world, RawFigures raw, long seed) {
        LocalDate today = Days.today(clock);
        AreaTree tree = world.people.trees.current();
        for (Area area : tree.subtree(tree.roots(today).get(0).id(), today)) {
            HouseholdCount counted = await(
                            world.coverageOf.of(PROVINCE, new Question(area.id(), null, today, Tree.NOW)))
                    .area()
                    .households();
            List<Area> hamlets = tree.hamletsUnder(area.id(), today);
            String what = "seed %d, %s".formatted(seed, area.fullName());
            assertThat(orZero(counted.paying())).as(what).isEqualTo(raw.feeding("payment", hamlets, today));
            assertThat(orZero(counted.skilled())).as(what).isEqualTo(raw.feeding("skill", hamlets, today));
        }
    }

    /** An area without hamlets knows nothing. */
    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }

    /** Cells of services without counts may be there or not. */
    static void compare(Figures counted, Figures raw, String what) {
        assertThat(counted.registered()).as(what).isEqualTo(raw.registered());
        assertThat(counted.visited()).as(what).isEqualTo(raw.visited());
        for (Service service : SERVICES) {
            assertThat(counted.cell(service.code()))
                    .as(what + ", " + service.code())
                    .isEqualTo(raw.cell(service.code()));
        }
    }

    private void compareTrends(WorkingWorld world, Months months, RawFigures raw, long seed) {
        LocalDate today = Days.today(clock);
        AreaTree tree = world.people.trees.current();
        Map<TrendStep, LocalDate> starts = new TreeMap<>(Map.of(
                TrendStep.DAY, today.minusDays(12), TrendStep.WEEK, today.minusDays(50), TrendStep.MONTH, ALWAYS));
        for (String service : List.of("PAY_BILL", "VNEID_ACT", "MEETING")) {
            for (Map.Entry<TrendStep, LocalDate> start : starts.entrySet()) {
                for (Tree summedBy : Tree.values()) {
                    for (Area area : tree.subtree(tree.roots(today).get(0).id(), today)) {
                        List<Point> points = await(months.trend.of(
                                        PROVINCE,
                                        new CoverageTrend.Question(
                                                area.id(), service, start.getValue(), null, start.getKey(), summedBy)))
                                .points();
                        assertThat(points.get(points.size() - 1).day()).isEqualTo(today);
                        points.forEach(point -> compare(point, service, area, summedBy, tree, raw, seed));
                    }
                }
            }
        }
    }

    private void compare(
            Point point, String service, Area area, Tree summedBy, AreaTree tree, RawFigures raw, long seed) {
        LocalDate treeDay = summedBy == Tree.THEN ? point.day() : Days.today(clock);
        Figures expected = raw.sum(tree.hamletsUnder(area.id(), treeDay), point.day());
        assertThat(point)
                .as("seed %d, trend of %s for %s as %s", seed, service, area.fullName(), summedBy)
                .isEqualTo(new Point(point.day(), expected.cell(service), expected.registered(), expected.visited()));
    }

    private void replayEverythingOnANewNode(WorkingWorld world, long seed) {
        List<HamletCoverage> before = coverages(world);
        List<Change> all = world.changes();

        await(world.followWork().handle(all));

        assertThat(coverages(world)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(before);
    }

    private static List<HamletCoverage> coverages(WorkingWorld world) {
        return await(Flux.from(world.coverages.collection().documents().find()).collectList());
    }
}
