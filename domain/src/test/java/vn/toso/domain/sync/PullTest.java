package vn.toso.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.OVERSIGHT;
import static vn.toso.domain.world.TestWorld.PROVINCE;
import static vn.toso.domain.world.TestWorld.TEAM;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.access.Actor;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.sync.Pulled.Item;
import vn.toso.domain.task.MoveTask;
import vn.toso.domain.task.Task;
import vn.toso.domain.task.TaskAction;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.TestCatalogue;
import vn.toso.domain.world.TestTasks;
import vn.toso.domain.world.WorkingWorld;

class PullTest {

    private final MovingClock clock = new MovingClock();
    private WorkingWorld world;
    private Pull pull;
    private PullingPhone lan;
    private Household home;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("Pull", clock);
        pull = PullingPhone.server(world, world.log, clock);
        await(pull.createIndexes().thenReturn(true));
        lan = new PullingPhone(pull, () -> actor(LAN));
        home = world.people.put(aHousehold("Vi Văn Thông")).get(0);
        world.people.put(
                aHousehold("Lô Văn Xa").in(XOM_DONG), aHousehold("Lê Thị Gần").in(XOM_5));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Visit visited(String word) {
        return world.put(
                        world.visits.collection(), List.of(aVisit(word).to(home).build()))
                .get(0);
    }

    private Household amended() {
        Household now = await(world.people.households.collection().find(home.id()));
        return await(world.people.households.collection().replace(Actor.SYSTEM, now));
    }

    @Test
    void a_team_member_gets_all_of_the_own_hamlet_and_nothing_of_another() {
        TaskId task = TestTasks.store(world, home);
        TestTasks.store(world, XOM_DONG.id());
        Visit recent = visited("recent");
        world.put(
                world.visits.collection(),
                List.of(
                        aVisit("old").to(home).at("2026-06-01T08:00:00+07:00").build(),
                        aVisit("elsewhere").in(XOM_DONG.id()).build()));

        Pulled first = lan.asks(1_000);

        assertThat(first.more()).isFalse();
        assertThat(first.entered()).containsExactly(XOM_1.id());
        assertThat(first.left()).isEmpty();
        assertThat(lan.idsOf("household")).containsExactly(home.id().toString());
        assertThat(lan.idsOf("task")).containsExactly(task.toString());
        assertThat(lan.idsOf("visit")).containsExactly(recent.id().toString());
        assertThat(lan.idsOf("service")).hasSize(TestCatalogue.ROWS.size());
        assertThat(lan.idsOf("team")).containsExactly(TEAM.id().toString());
        assertThat(lan.idsOf("member"))
                .containsExactlyInAnyOrder(LAN.id().toString(), MINH.id().toString());
        assertThat(lan.idsOf("area"))
                .containsExactlyInAnyOrder(
                        XOM_1.id().toString(),
                        MINH_HOP.id().toString(),
                        OVERSIGHT.id().toString(),
                        PROVINCE.id().toString());
        assertThat(lan.idsOf("coverage")).isEmpty();
    }

    @Test
    void pages_of_any_size_bring_the_same_without_repeating_anything() {
        for (int i = 0; i < 12; i++) {
            world.people.put(aHousehold("Vi Văn " + i));
            visited("v" + i);
            TestTasks.store(world, home);
        }
        List<Item> whole = new PullingPhone(pull, () -> actor(LAN)).asksForAll(2_000);
        for (int limit : new int[] {1, 2, 5, 13, 40}) {
            PullingPhone phone = new PullingPhone(pull, () -> actor(LAN));

            List<Item> items = phone.asksForAll(limit);

            assertThat(items).as("pages of " + limit).doesNotHaveDuplicates().containsExactlyElementsOf(whole);
            assertThat(phone.answers).allMatch(answer -> answer.changes().size() <= limit);
        }
    }

    @Test
    void a_document_that_changed_fifty_times_comes_once_as_it_is_now() {
        lan.asksForAll(1_000);
        for (int i = 0; i < 50; i++) {
            amended();
        }
        Household last = amended();

        List<Item> items = lan.asksForAll(1_000);

        assertThat(items).containsExactly(new Item("household", home.id().value(), last));
        assertThat(lan.asksForAll(1_000)).isEmpty();
    }

    @Test
    void more_changes_than_a_page_holds_come_page_by_page() {
        lan.asksForAll(1_000);
        List<String> visits = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            visits.add(visited("v" + i).id().toString());
        }

        Pulled first = lan.asks(10);
        assertThat(first.changes()).hasSize(10);
        assertThat(first.more()).isTrue();
        lan.asksForAll(10);

        assertThat(lan.idsOf("visit")).containsExactlyInAnyOrderElementsOf(visits);
    }

    @Test
    void a_household_that_left_the_hamlet_is_dropped_and_one_that_came_is_taken() {
        lan.asksForAll(1_000);
        Household now = await(world.people.households.collection().find(home.id()));
        PullingPhone hoa = new PullingPhone(pull, () -> actor(HOA));
        hoa.asksForAll(1_000);

        move(now);

        assertThat(lan.asksForAll(1_000))
                .containsExactly(Item.remove("household", home.id().value()));
        assertThat(lan.idsOf("household")).isEmpty();
        assertThat(hoa.asksForAll(1_000)).noneMatch(item -> item.kind().equals("household"));
    }

    private void move(Household household) {
        await(new vn.toso.domain.household.TransferHousehold(world.people.households, world.people.trees, clock)
                .transfer(
                        actor(HOA),
                        household.id(),
                        null,
                        new vn.toso.domain.household.TransferHousehold.Command(XOM_5.id(), null)));
    }

    @Test
    void a_task_that_is_closed_or_given_to_somebody_else_is_dropped() {
        TaskId closed = TestTasks.store(world, home);
        TaskId given = TestTasks.store(world, home);
        lan.asksForAll(1_000);
        assertThat(lan.idsOf("task")).hasSize(2);

        await(world.moveTask.move(
                actor(LAN), new MoveTask.Command(closed, TaskAction.COMPLETE, null, null, null, null)));
        await(world.moveTask.move(
                actor(HOA), new MoveTask.Command(given, TaskAction.REASSIGN, null, MINH.id(), null, null)));

        assertThat(lan.asksForAll(1_000))
                .containsExactlyInAnyOrder(Item.remove("task", closed.value()), Item.remove("task", given.value()));
    }

    @Test
    void a_leader_gets_coverage_and_the_tasks_given_and_no_households() {
        TaskId task = TestTasks.store(world, home);
        Task another = world.put(world.tasks.collection(), List.of(TestTasks.ofHousehold(home)))
                .get(0);
        visited("counted");
        world.settle();
        PullingPhone hoa = new PullingPhone(pull, () -> actor(HOA));

        hoa.asksForAll(1_000);

        assertThat(hoa.idsOf("task"))
                .containsExactlyInAnyOrder(task.toString(), another.id().toString());
        assertThat(hoa.idsOf("coverage")).contains(XOM_1.id().toString());
        assertThat(hoa.idsOf("household")).isEmpty();
        assertThat(hoa.idsOf("visit")).isEmpty();

        Visit achieved =
                aVisit("one more").to(home).did("PAY_BILL", Outcome.ACHIEVED).build();
        world.put(world.visits.collection(), List.of(achieved));
        world.settle();
        assertThat(hoa.asksForAll(1_000)).extracting(Item::kind).containsOnly("coverage", "task");
        assertThat(hoa.idsOf("task")).isEmpty();
    }
}
