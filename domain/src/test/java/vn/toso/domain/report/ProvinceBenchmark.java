package vn.toso.domain.report;

import static vn.toso.domain.world.AreaBuilder.aCommune;
import static vn.toso.domain.world.AreaBuilder.aHamlet;
import static vn.toso.domain.world.AreaBuilder.anArea;
import static vn.toso.domain.world.TestCatalogue.aService;
import static vn.toso.domain.world.TestWorld.PROVINCE;
import static vn.toso.domain.world.VisitBuilder.aVisit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.AreaType;
import vn.toso.domain.area.Days;
import vn.toso.domain.coverage.Cell;
import vn.toso.domain.coverage.CoverageOf.Question;
import vn.toso.domain.coverage.CoverageOf.Tree;
import vn.toso.domain.coverage.HamletCoverage;
import vn.toso.domain.coverage.HouseholdCount;
import vn.toso.domain.coverage.TeamCount;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.service.ServiceUnit;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.WorkingWorld;

/**
 * Measures what leaders ask of a province of 3,806 hamlets and 19 services on the server that {@code
 * TOSO_TEST_MONGODB_URI} names: its coverage, before and after the visits grew a hundredfold, and a commune's report.
 */
public final class ProvinceBenchmark {

    private static final int HAMLETS = 3_806;
    private static final int COMMUNES = 130;
    private static final int OVERSIGHT = 20;
    private static final int SERVICES = 19;
    private static final int FEW_VISITS = Integer.getInteger("toso.benchmark.visits", 3_000);
    private static final int GROWTH = 100;
    private static final int ROUNDS = 200;

    private final WorkingWorld world = WorkingWorld.open("ProvinceBenchmark", Clock.systemUTC());
    private final Random random = new Random(1);
    private final List<Area> communes = new ArrayList<>();
    private final List<Area> hamlets = new ArrayList<>();

    private ProvinceBenchmark() {}

    public static void main(String[] args) {
        ProvinceBenchmark benchmark = new ProvinceBenchmark();
        try {
            benchmark.run();
        } finally {
            benchmark.world.close();
        }
        System.exit(0);
    }

    private void run() {
        say("on %s", TestStore.isRealEngine() ? "a real engine" : "the embedded server");
        place();
        count();
        visit(FEW_VISITS);
        double one = measured("coverage of the province, one service", () -> coverage("S_1"));
        double all = measured("coverage of the province, all services", () -> coverage(null));
        visit(FEW_VISITS * (GROWTH - 1));
        say("visits grew from %,d to %,d", FEW_VISITS, FEW_VISITS * GROWTH);
        say("one service: %.2f of the time before", measured("one service again", () -> coverage("S_1")) / one);
        say("all services: %.2f of the time before", measured("all services again", () -> coverage(null)) / all);
        ReportOf reports = new ReportOf(
                world.coverageOf,
                world.coverages,
                world.people.teams,
                world.people.members,
                world.visits,
                world.people.trees,
                world.people.catalogues,
                world.clock);
        String month = YearMonth.from(Days.today(world.clock)).toString();
        measured(
                "a commune's report of this month",
                () -> reports.of(
                                Actor.SYSTEM,
                                Report.Kind.COMMUNE,
                                communes.get(0).id(),
                                month)
                        .then());
    }

    private Mono<Void> coverage(@Nullable String service) {
        return world.coverageOf
                .of(Actor.SYSTEM, new Question(PROVINCE.id(), service, null, Tree.NOW))
                .then();
    }

    private interface Step {
        Mono<Void> request();
    }

    /** The median in milliseconds. */
    private static double measured(String what, Step step) {
        long[] nanos = new long[ROUNDS];
        for (int i = -ROUNDS / 2; i < ROUNDS; i++) {
            long start = System.nanoTime();
            step.request().block(WorkingWorld.SOON);
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        double median = nanos[ROUNDS / 2] / 1e6;
        say("%-45s median %6.1f ms, p95 %6.1f ms", what, median, nanos[ROUNDS * 95 / 100] / 1e6);
        return median;
    }

    private void place() {
        List<Area> areas = new ArrayList<>();
        for (int i = 0; i < OVERSIGHT; i++) {
            areas.add(anArea(AreaLevel.DISTRICT, AreaType.KHU_VUC, "Khu vực " + i)
                    .under(PROVINCE.id())
                    .build());
        }
        for (int i = 0; i < COMMUNES; i++) {
            communes.add(
                    aCommune("Xã " + i).under(areas.get(i % OVERSIGHT).id()).build());
        }
        for (int i = 0; i < HAMLETS; i++) {
            hamlets.add(aHamlet("Xóm " + i)
                    .under(communes.get(i % COMMUNES).id())
                    .declared(221)
                    .build());
        }
        areas.addAll(communes);
        areas.addAll(hamlets);
        Flux.fromIterable(areas)
                .buffer(500)
                .concatMap(some -> world.people.areas.collection().insertAll(Actor.SYSTEM, some))
                .blockLast(Duration.ofMinutes(1));
        for (int i = 0; i < SERVICES; i++) {
            world.put(
                    world.people.services.collection(),
                    List.of(aService("S_" + i, ServiceUnit.HOUSEHOLD).build()));
        }
        Mono.when(world.people.trees.refresh(), world.people.catalogues.refresh())
                .block(WorkingWorld.SOON);
    }

    private void count() {
        LocalDate today = Days.today(world.clock);
        List<HamletCoverage> counted = new ArrayList<>();
        for (Area hamlet : hamlets) {
            Map<String, Cell> cells = new TreeMap<>();
            for (int i = 0; i < SERVICES; i++) {
                int achieved = random.nextInt(150);
                cells.put("S_" + i, new Cell(221, achieved + 30, achieved, random.nextInt(9), random.nextInt(9)));
            }
            counted.add(new HamletCoverage(
                    hamlet.id(),
                    Revision.NONE,
                    Instant.now(),
                    today,
                    new HouseholdCount(221, 221L, random.nextInt(221), today, 90L, 40L),
                    cells,
                    new TeamCount.OfHamlet(today),
                    null,
                    Instant.EPOCH));
        }
        Flux.fromIterable(counted)
                .buffer(500)
                .concatMap(some -> world.coverages.collection().documents().insertMany(some))
                .blockLast(Duration.ofMinutes(1));
    }

    /** One in twenty lies in the first commune, whose report is asked for. */
    private void visit(int many) {
        Flux.range(0, many)
                .map(i -> someVisit())
                .buffer(1_000)
                .concatMap(some -> world.visits.collection().documents().insertMany(some))
                .blockLast(Duration.ofMinutes(5));
    }

    private Visit someVisit() {
        int hamlet = random.nextInt(20) == 0 ? random.nextInt(HAMLETS / COMMUNES) * COMMUNES : random.nextInt(HAMLETS);
        String home = hamlet + " " + random.nextInt(221);
        return aVisit("visit " + random.nextLong())
                .in(hamlets.get(hamlet).id())
                .to(Names.household(home))
                .at(OffsetDateTime.now(world.clock).minusMinutes(random.nextInt(60 * 24 * 90)))
                .did("S_" + random.nextInt(SERVICES), Outcome.ACHIEVED)
                .did("S_" + random.nextInt(SERVICES), Outcome.REFUSED)
                .build();
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
