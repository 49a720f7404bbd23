package vn.toso.domain.coverage;

import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.VisitBuilder.aVisit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.Area;
import vn.toso.domain.change.Change;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.visit.FollowVisits;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.world.HouseholdBuilder;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.VisitBuilder;
import vn.toso.domain.world.WorkingWorld;

/**
 * Measures the counting of hamlets of usual size on the server that {@code TOSO_TEST_MONGODB_URI} names: 221 households
 * with 930 residents, most of them visited several times, three months of days on which something changed.
 */
public final class CountingBenchmark {

    private static final int HOUSEHOLDS = 221;
    private static final int RESIDENTS = 930;
    private static final int VISITS_OF_HOUSEHOLD = 12;
    private static final List<Area> HAMLETS =
            List.of(TestWorld.XOM_1, TestWorld.XOM_5, TestWorld.XOM_5_VAN_LOI, TestWorld.XOM_DONG);
    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

    private final WorkingWorld world = WorkingWorld.open("CountingBenchmark", Clock.systemUTC());
    private final Random random = new Random(1);
    private final List<Household> households = new ArrayList<>();

    private CountingBenchmark() {}

    public static void main(String[] args) {
        CountingBenchmark benchmark = new CountingBenchmark();
        try {
            benchmark.run();
        } finally {
            benchmark.world.close();
        }
        System.exit(0);
    }

    private void run() {
        say("on %s", TestStore.isRealEngine() ? "a real engine" : "the embedded server");
        HAMLETS.forEach(this::settle);
        FollowWork cold = world.followWork();
        world.settle();
        say("coverage of one hamlet: %s", coverage(HAMLETS.get(0)).services());

        report("recount of a hamlet, everything read anew", times(40, i -> count(cold, HAMLETS.get(i % 4), true)));
        FollowWork warm = world.followWork();
        HAMLETS.forEach(hamlet -> count(warm, hamlet, false));
        report("recount after one visit, book open", times(100, i -> visitAndCount(warm, 1)));
        report("recount after 75 visits in four hamlets, books open", times(30, i -> visitAndCount(warm, 75)));
    }

    private interface Step {
        long nanos(int round);
    }

    private static long[] times(int rounds, Step step) {
        for (int i = 0; i < rounds / 2; i++) {
            step.nanos(i);
        }
        long[] nanos = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            nanos[i] = step.nanos(i);
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private static void report(String what, long[] nanos) {
        say(
                "%-55s median %6.1f ms, p95 %6.1f ms",
                what, nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 95 / 100] / 1e6);
    }

    private long count(FollowWork node, Area hamlet, boolean fromNothing) {
        FollowWork counting = fromNothing ? world.followWork() : node;
        Change change = changeOf(households.get(0), hamlet);
        long start = System.nanoTime();
        counting.handle(List.of(change)).block(WorkingWorld.SOON);
        return System.nanoTime() - start;
    }

    /** Posts visits and has them put on their households; only the counting is timed. */
    private long visitAndCount(FollowWork node, int visits) {
        List<Visit> made = new ArrayList<>();
        List<HouseholdId> doors = new ArrayList<>();
        for (int i = 0; i < visits; i++) {
            Household household = households.get(random.nextInt(households.size()));
            doors.add(household.id());
            made.add(visit(household, OffsetDateTime.now(world.clock)).build());
        }
        List<Visit> stored = world.put(world.visits.collection(), made);
        new FollowVisits(world.visits, world.people.households, world.clock)
                .handle(stored.stream().map(CountingBenchmark::changeOf).toList())
                .block(WorkingWorld.SOON);
        List<Change> changes = world.people
                .households
                .collection()
                .findAll(doors)
                .map(household -> changeOf(household, household.hamletId()))
                .collectList()
                .block(WorkingWorld.SOON);
        long start = System.nanoTime();
        node.handle(changes).block(WorkingWorld.SOON);
        return System.nanoTime() - start;
    }

    private void settle(Area hamlet) {
        List<Household> made = new ArrayList<>();
        for (int i = 0; i < HOUSEHOLDS; i++) {
            String name = hamlet.id() + " hộ " + i;
            HouseholdBuilder household =
                    aHousehold("Nguyễn Văn " + i).id(Names.household(name)).in(hamlet);
            int people = RESIDENTS / HOUSEHOLDS + (i < RESIDENTS % HOUSEHOLDS ? 1 : 0);
            for (int person = 0; person < people; person++) {
                household.with(aResident("Nguyễn Thị " + person)
                        .id(Names.resident(name + " " + person))
                        .born(1950 + random.nextInt(75)));
            }
            made.add(household.build());
        }
        households.addAll(world.put(world.people.households.collection(), made));
        for (Household household : made) {
            List<Visit> visits = new ArrayList<>();
            for (int i = 0; i < VISITS_OF_HOUSEHOLD; i++) {
                visits.add(visit(household, OffsetDateTime.now(world.clock).minusHours(random.nextInt(24 * 90)))
                        .build());
            }
            world.visits.collection().insertAll(Actor.SYSTEM, visits).blockLast(Duration.ofMinutes(1));
        }
    }

    private VisitBuilder visit(Household household, OffsetDateTime at) {
        VisitBuilder visit = aVisit("visit " + random.nextLong()).to(household).at(at);
        List<ResidentId> people =
                household.residents().stream().map(resident -> resident.id()).toList();
        for (String service : List.of("SAFE", "PAY_ACC", "VNEID_1", "VNEID_2", "SKILL")) {
            visit.did(service, any(people), any(OUTCOMES));
        }
        return visit.did("PAY_BILL", any(OUTCOMES)).did("DEVICE", any(OUTCOMES));
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private HamletCoverage coverage(Area hamlet) {
        return world.coverages.collection().find(hamlet.id()).block(WorkingWorld.SOON);
    }

    private static Change changeOf(Visit visit) {
        return change("visit", visit.id().value(), visit.hamletId());
    }

    private static Change changeOf(Household household, Area hamlet) {
        return changeOf(household, hamlet.id());
    }

    private static Change changeOf(Household household, AreaId hamlet) {
        return change("household", household.id().value(), hamlet);
    }

    private static Change change(String kind, UUID entity, AreaId hamlet) {
        return new Change(
                kind + ":" + entity,
                0,
                1,
                kind,
                entity,
                1,
                hamlet,
                Change.Op.PUT,
                Actor.SYSTEM.memberId(),
                Instant.now());
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
