package vn.toso.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.Area;
import vn.toso.domain.change.Change;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.TransferHousehold;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.visit.FollowVisits;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.WorkingWorld;

class FollowWorkTest {

    private final MovingClock clock = new MovingClock();
    private WorkingWorld world;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("FollowWork", clock);
        world.settle();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private HamletCoverage coverage(AreaId hamlet) {
        return await(world.coverages.collection().find(hamlet));
    }

    private Cell cell(AreaId hamlet, String service) {
        return coverage(hamlet).services().getOrDefault(service, Cell.EMPTY);
    }

    private Household household(String name) {
        return world.people.put(aHousehold(name)).get(0);
    }

    private void visit(String word, Household household, String service) {
        world.put(
                world.visits.collection(),
                List.of(aVisit(word).to(household).did(service, ACHIEVED).build()));
    }

    @Test
    void every_hamlet_of_the_tree_is_counted_once_it_is_there() {
        assertThat(cell(XOM_1.id(), "MEETING")).isEqualTo(new Cell(1, 0, 0, 0, 0));
        assertThat(coverage(XOM_1.id()).households()).isEqualTo(new HouseholdCount(0, 230L, 0, null, 0L, 0L));
        assertThat(coverage(XOM_5.id()).households().declared()).isNull();
    }

    @Test
    void a_visit_moves_the_hamlet_s_count_and_says_when_it_was_made() {
        Household household = household("Vi Văn Thông");
        visit("one", household, "PAY_BILL");
        world.settle();

        HamletCoverage after = coverage(XOM_1.id());
        assertThat(after.services().get("PAY_BILL")).isEqualTo(new Cell(1, 1, 1, 0, 0));
        assertThat(after.households()).isEqualTo(new HouseholdCount(1, 230L, 1, TODAY, 1L, 0L));
        assertThat(after.day()).isEqualTo(TODAY);
        assertThat(after.computedAt()).isEqualTo(clock.instant());
        assertThat(after.changesOn()).isNull();
    }

    @Test
    void handling_changes_again_writes_nothing() {
        visit("one", household("Vi Văn Thông"), "PAY_BILL");
        world.settle();
        HamletCoverage before = coverage(XOM_1.id());
        List<Change> all = world.changes();

        await(world.followWork().handle(all));
        await(world.followWork().handle(all.subList(all.size() / 2, all.size())));

        assertThat(coverage(XOM_1.id())).isEqualTo(before);
        assertThat(world.changes()).hasSameSizeAs(all);
    }

    @Test
    void nodes_that_count_at_the_same_time_end_with_what_is_there() {
        List<Household> households = new ArrayList<>();
        IntStream.range(0, 12).forEach(i -> households.add(household("Hộ " + i)));
        world.settle();
        for (int i = 0; i < 12; i++) {
            visit("visit " + i, households.get(i), "PAY_BILL");
        }
        int from = world.changes().size();
        world.listeners().get(0).handle(world.changes()).block(WorkingWorld.SOON);
        List<Change> news = world.changes().subList(from, world.changes().size());
        List<FollowWork> nodes =
                IntStream.range(0, 4).mapToObj(i -> world.followWork()).toList();

        await(Flux.fromIterable(nodes)
                .flatMap(
                        node -> Flux.fromIterable(news)
                                .concatMap(change -> node.handle(List.of(change)))
                                .then(),
                        4)
                .then());

        assertThat(cell(XOM_1.id(), "PAY_BILL")).isEqualTo(new Cell(12, 12, 12, 0, 0));
        assertThat(await(world.coverages
                                .at(List.of(XOM_1.id()), TODAY, "PAY_BILL")
                                .single())
                        .services())
                .containsEntry("PAY_BILL", new Cell(12, 12, 12, 0, 0));
    }

    /** One household loses what another one achieves, so that the counts, and the coverage's version, stay as they are. */
    @Test
    void what_another_node_handled_meanwhile_is_not_counted_from_memory() {
        Household first = household("Hộ một");
        Household second = household("Hộ hai");
        visit("of the first", first, "PAY_BILL");
        visit("met the first", first, "DEVICE");
        visit("met the second", second, "DEVICE");
        world.settle();
        FollowWork sleeper = world.followWork();
        await(sleeper.handle(world.changes()));
        HamletCoverage before = coverage(XOM_1.id());

        int slept = world.changes().size();
        withdraw("of the first");
        visit("of the second", second, "PAY_BILL");
        ontoHouseholds(slept);
        await(world.followWork().handle(changesFrom(slept)));
        assertThat(coverage(XOM_1.id())).isEqualTo(before);

        int woken = world.changes().size();
        visit("wakes the sleeper", first, "PAY_QR");
        ontoHouseholds(woken);
        await(sleeper.startOver());
        await(sleeper.handle(changesFrom(woken)));

        assertThat(cell(XOM_1.id(), "PAY_BILL")).isEqualTo(new Cell(2, 1, 1, 0, 0));
        assertThat(cell(XOM_1.id(), "PAY_QR").achieved()).isEqualTo(1);
    }

    private void withdraw(String word) {
        Visit visit = await(world.visits.collection().find(aVisit(word).id()));
        await(world.visits
                .collection()
                .replace(Actor.SYSTEM, visit.voided(new Visit.Voided("nhầm hộ", LAN.id(), clock.instant()))));
    }

    private void ontoHouseholds(int from) {
        await(new FollowVisits(world.visits, world.people.households, clock).handle(changesFrom(from)));
    }

    private List<Change> changesFrom(int from) {
        List<Change> all = world.changes();
        return all.subList(from, all.size());
    }

    @Test
    void a_move_takes_the_household_along_from_its_day_on() {
        Household household = household("Vi Văn Thông");
        visit("one", household, "PAY_BILL");
        world.settle();
        TransferHousehold transfer = new TransferHousehold(world.people.households, world.people.trees, clock);

        await(transfer.transfer(
                TestWorld.actor(TestWorld.HOA),
                household.id(),
                null,
                new TransferHousehold.Command(XOM_5.id(), TODAY)));
        world.settle();

        assertThat(cell(XOM_1.id(), "PAY_BILL")).isEqualTo(Cell.EMPTY);
        assertThat(cell(XOM_5.id(), "PAY_BILL")).isEqualTo(new Cell(1, 1, 1, 0, 0));
        assertThat(coverage(XOM_5.id()).households().lastVisitOn()).isEqualTo(TODAY);
        assertThat(coverage(XOM_1.id()).households().lastVisitOn()).isNull();
    }

    @Test
    void a_household_struck_from_the_register_counts_no_more() {
        Household household = household("Vi Văn Thông");
        world.settle();
        assertThat(coverage(XOM_1.id()).households().registered()).isEqualTo(1);
        FollowWork node = world.followWork();
        await(node.handle(world.changes()));

        await(Mono.from(world.people.households.collection().documents().deleteOne(Filters.eq("_id", household.id()))));
        Change erased = world.changes().stream()
                .filter(change -> change.entity().equals(household.id().value()))
                .findFirst()
                .orElseThrow();
        await(node.handle(List.of(erased)));

        assertThat(coverage(XOM_1.id()).households().registered()).isZero();
    }

    @Test
    void what_a_head_declares_shows_at_once() {
        Area stored = await(world.people.areas.collection().find(XOM_5.id()));
        Area.HamletFacts facts = new Area.HamletFacts(null, List.of(), 99);
        Area declared = new Area(
                stored.id(),
                stored.revision(),
                stored.level(),
                stored.code(),
                stored.name(),
                stored.type(),
                stored.parents(),
                stored.validFrom(),
                stored.validTo(),
                stored.mergedInto(),
                facts,
                stored.source(),
                stored.words());
        await(world.people.areas.collection().replace(Actor.SYSTEM, declared));

        world.settle();

        assertThat(coverage(XOM_5.id()).households().declared()).isEqualTo(99);
    }
}
