package vn.toso.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.service.Outcome.REFUSED;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.Change;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Resident;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.service.ServiceState;
import vn.toso.domain.world.HouseholdBuilder;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.VisitBuilder;
import vn.toso.domain.world.WorkingWorld;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowVisitsTest {

    private final MovingClock clock = new MovingClock();
    private WorkingWorld world;
    private FollowVisits follow;

    @BeforeAll
    void open() {
        world = WorkingWorld.open("FollowVisits", clock);
        follow = new FollowVisits(world.visits, world.people.households, clock);
    }

    @AfterAll
    void close() {
        world.close();
    }

    private Household household(String name) {
        HouseholdBuilder made = aHousehold(name).with(aResident(name + " 1"), aResident(name + " 2"));
        return world.people.put(made).get(0);
    }

    private static List<ResidentId> people(Household household) {
        return household.residents().stream().map(Resident::id).toList();
    }

    private Visit store(VisitBuilder visit) {
        return world.put(world.visits.collection(), List.of(visit.build())).get(0);
    }

    private static Change changeOf(Visit visit, long seq) {
        return new Change(
                "visit:" + visit.id() + ":" + visit.revision().version(),
                0,
                seq,
                "visit",
                visit.id().value(),
                visit.revision().version(),
                visit.hamletId(),
                Change.Op.PUT,
                visit.revision().updatedBy(),
                visit.revision().updatedAt());
    }

    private void handle(Visit... visits) {
        await(follow.handle(List.of(visits).stream().map(v -> changeOf(v, 1)).toList()));
    }

    private Household now(HouseholdId id) {
        return await(world.people.households.collection().find(id));
    }

    @Test
    void a_visit_shows_on_its_household_and_residents() {
        Household household = household("Vi Văn Một");
        ResidentId first = people(household).get(0);
        Visit visit =
                store(aVisit("one").to(household).did("SAFE", first, ACHIEVED).did("PAY_BILL", REFUSED));

        handle(visit);

        Household after = now(household.id());
        ServiceState safe = after.resident(first).orElseThrow().services().get("SAFE");
        assertThat(safe.outcome()).isEqualTo(ACHIEVED);
        assertThat(safe.achievedOn()).isEqualTo(TestWorld.TODAY);
        assertThat(after.services().get("PAY_BILL").refusedOn()).isEqualTo(TestWorld.TODAY);
        assertThat(after.visitedFirstOn()).isEqualTo(TestWorld.TODAY);
        assertThat(after.residents().get(1).services()).isEmpty();
    }

    @Test
    void handling_again_writes_nothing() {
        Household household = household("Vi Văn Hai");
        Visit visit = store(aVisit("again").to(household).did("PAY_BILL", ACHIEVED));
        handle(visit);
        Household after = now(household.id());

        handle(visit);
        handle(visit, visit);

        assertThat(now(household.id())).isEqualTo(after);
        assertThat(after.revision().version()).isEqualTo(2);
        assertThat(after.revision().updatedBy()).isEqualTo(Actor.SYSTEM.memberId());
    }

    @Test
    void a_void_takes_back_what_the_visit_had_achieved() {
        Household household = household("Vi Văn Ba");
        Visit earlier = store(
                aVisit("earlier").to(household).at("2026-11-19T08:00:00+07:00").did("PAY_BILL", REFUSED));
        Visit visit = store(aVisit("mistaken").to(household).did("PAY_BILL", ACHIEVED));
        handle(earlier, visit);

        Visit voided = await(world.visits
                .collection()
                .replace(Actor.SYSTEM, visit.voided(new Visit.Voided("nhầm", TestWorld.LAN.id(), TestWorld.NOW))));
        handle(voided);

        ServiceState state = now(household.id()).services().get("PAY_BILL");
        assertThat(state.outcome()).isEqualTo(REFUSED);
        assertThat(state.achievedOn()).isNull();
        assertThat(state.visitId()).isEqualTo(earlier.id());
    }

    @Test
    void a_visit_that_was_corrected_before_it_arrived_never_counts() {
        Household household = household("Vi Văn Bốn");
        VisitBuilder wrong = aVisit("wrong").to(household).did("PAY_BILL", ACHIEVED);
        Visit correction =
                store(aVisit("right").to(household).correcting(wrong.id()).did("PAY_BILL", REFUSED));
        handle(correction);

        handle(store(wrong));

        assertThat(now(household.id()).services().get("PAY_BILL").outcome()).isEqualTo(REFUSED);
    }

    @Test
    void sessions_and_visits_of_unknown_households_are_nobody_s_progress() {
        Visit session = store(aVisit("session").in(TestWorld.XOM_1.id()).did("MEETING", ACHIEVED));
        Visit lost = store(aVisit("lost").to(Names.household("erased")).did("PAY_BILL", ACHIEVED));

        handle(session, lost);

        assertThat(await(follow.handle(List.of()).thenReturn(true))).isTrue();
        assertThat(now(Names.household("erased"))).isNull();
    }

    @Test
    void a_move_that_is_not_logged_yet_is_logged_before_progress_hides_it() {
        Household household = household("Vi Văn Năm");
        Household moved = moved(household);
        await(Mono.from(
                world.people.households.collection().documents().replaceOne(Filters.eq("_id", household.id()), moved)));
        handle(store(aVisit("after the move").to(household).did("PAY_BILL", ACHIEVED)));

        assertThat(now(household.id()).leftHamlet()).isNull();
        assertThat(world.changes())
                .filteredOn(change -> change.entity().equals(household.id().value()))
                .filteredOn(change -> change.op() == Change.Op.LEAVE)
                .hasSize(1);
    }

    /** Random visits, corrections and voids to a few households, in any order, in batches, some twice, on two nodes. */
    @Test
    void households_say_what_their_visits_add_up_to_whatever_happened_on_the_way() {
        for (long seed = 1; seed <= 25; seed++) {
            Random random = new Random(seed);
            Map<HouseholdId, List<VisitId>> ids = new HashMap<>();
            List<Household> households = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                households.add(household("Ngẫu Nhiên " + seed + " " + i));
            }
            List<VisitBuilder> made = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                Household household = households.get(random.nextInt(3));
                List<VisitId> others = ids.computeIfAbsent(household.id(), id -> new ArrayList<>());
                VisitBuilder visit = RandomVisits.one(random, seed + " " + i, people(household))
                        .to(household);
                if (!others.isEmpty() && random.nextInt(4) == 0) {
                    visit.correcting(others.get(random.nextInt(others.size())));
                }
                others.add(visit.id());
                made.add(visit);
            }
            Collections.shuffle(made, random);
            runThrough(random, made);
            for (Household household : households) {
                List<Visit> all =
                        await(world.visits.ofHouseholds(List.of(household.id())).collectList());
                Household after = now(household.id());
                assertThat(Progress.of(all).isOnFileOf(after))
                        .as("seed %d household %s", seed, after)
                        .isTrue();
            }
        }
    }

    private void runThrough(Random random, List<VisitBuilder> made) {
        FollowVisits otherNode = new FollowVisits(world.visits, world.people.households, clock);
        List<Change> handled = new ArrayList<>();
        List<Change> waiting = new ArrayList<>();
        List<Visit> stored = new ArrayList<>();
        for (VisitBuilder next : made) {
            stored.add(store(next));
            waiting.add(changeOf(stored.get(stored.size() - 1), handled.size() + 1));
            if (random.nextInt(5) == 0) {
                int at = random.nextInt(stored.size());
                Visit voided = stored.get(at).voided() != null
                        ? stored.get(at)
                        : await(world.visits
                                .collection()
                                .replace(
                                        Actor.SYSTEM,
                                        stored.get(at)
                                                .voided(new Visit.Voided("x", TestWorld.LAN.id(), TestWorld.NOW))));
                stored.set(at, voided);
                waiting.add(changeOf(voided, 1));
            }
            if (random.nextInt(3) == 0) {
                handled.addAll(waiting);
                List<Change> again = handled.subList(random.nextInt(handled.size()), handled.size());
                await(Mono.when(follow.handle(List.copyOf(waiting)), otherNode.handle(List.copyOf(again))));
                waiting.clear();
            }
        }
        await(follow.handle(waiting));
    }

    @Test
    void many_nodes_at_once_lose_nothing() {
        Household household = household("Vi Văn Sáu");
        List<Visit> visits = IntStream.range(0, 24)
                .mapToObj(i -> store(aVisit("crowd " + i)
                        .to(household)
                        .at("2026-10-%02dT08:00:00+07:00".formatted(i + 1))
                        .did(i % 2 == 0 ? "PAY_BILL" : "DEVICE", i % 3 == 0 ? REFUSED : ACHIEVED)))
                .toList();

        await(Flux.fromIterable(visits)
                .flatMap(
                        visit -> new FollowVisits(world.visits, world.people.households, clock)
                                .handle(List.of(changeOf(visit, 1))),
                        12)
                .then());

        assertThat(Progress.of(visits).isOnFileOf(now(household.id()))).isTrue();
    }

    private static Household moved(Household household) {
        return new Household(
                household.id(),
                household.revision().next(TestWorld.NOW, TestWorld.HOA.id()),
                TestWorld.XOM_5.id(),
                household.headName(),
                household.addressNote(),
                household.phones(),
                household.classifications(),
                household.connectivity(),
                household.location(),
                household.residents(),
                household.services(),
                household.visitedFirstOn(),
                household.visitedLastOn(),
                household.stays(),
                household.hamletId(),
                household.sortKey(),
                household.words(),
                household.fieldVersions(),
                household.asRegistered(),
                household.generated());
    }
}
