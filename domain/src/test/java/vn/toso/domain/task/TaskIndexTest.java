package vn.toso.domain.task;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import com.mongodb.reactivestreams.client.FindPublisher;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.Eventually;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.storage.ByHamlet;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.task.Tasks.Filter;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.WorkingWorld;

/** What is asked of tasks all day, on a server that says how it answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskIndexTest {

    private WorkingWorld world;

    @BeforeAll
    void fill() {
        assumeTrue(TestStore.isRealEngine(), "the embedded server cannot explain");
        world = WorkingWorld.open("TaskIndex", TestWorld.CLOCK);
        for (int hamlet = 0; hamlet < 40; hamlet++) {
            List<Task> tasks = new ArrayList<>();
            AreaId home = hamlet == 0 ? XOM_1.id() : Names.area("hamlet " + hamlet);
            for (int i = 0; i < 150; i++) {
                tasks.add(task(hamlet, i, home));
            }
            await(Mono.from(world.tasks.collection().documents().insertMany(tasks)));
        }
    }

    @AfterAll
    void close() {
        if (world != null) {
            world.close();
        }
    }

    private static Task task(int hamlet, int i, AreaId home) {
        MemberId assignee = hamlet == 0 ? MINH.id() : Names.member(hamlet + " " + i % 5);
        return new Task(
                new TaskId(Names.uuid("task " + hamlet + " " + i)),
                Revision.NONE,
                TaskKind.VISIT_HOUSEHOLD,
                home,
                i == 0 ? null : Names.household(hamlet + " " + i),
                List.of("PAY_BILL"),
                assignee,
                i % 3 == 0 ? Names.team("team " + hamlet) : null,
                HOA.id(),
                NOW,
                null,
                Priority.NORMAL,
                LocalDate.of(2026, 12, 1).plusDays(i % 30),
                null,
                i % 2 == 0 ? TaskState.ASSIGNED : TaskState.CANCELLED,
                null,
                null,
                null,
                false);
    }

    private void assertUses(String index, FindPublisher<Task> find) {
        // A server plans by statistics that it gathers some seconds after a bulk load.
        Eventually.holds(() -> {
            Document plan = await(Mono.from(find.explain()));
            assertThat(plan.toJson()).contains(index).doesNotContain("COLLSCAN");
        });
    }

    private FindPublisher<Task> list(Member by, @Nullable AreaId hamlet, @Nullable MemberId assignee) {
        Bson asked = await(world.tasks.asked(actor(by), new Filter(assignee, null, hamlet, null), NOW));
        return world.tasks.statement(and(asked, ne("due", null)), 51);
    }

    @Test
    void lists_come_from_an_index() {
        assertUses("hamletId_1_due_1__id_1", list(HOA, XOM_1.id(), null));
        assertUses("assigneeId_1_due_1__id_1", list(PROVINCE_ADMIN, null, Names.member("7 3")));
        assertUses("hamletId_1_due_1__id_1", list(LAN, null, null));
    }

    @Test
    void what_the_listener_reads_is_found_by_an_index() {
        assertUses("householdId_1_hamletId_1", world.tasks.statementOfHouseholds(List.of(Names.household("3 8"))));
        assertUses("householdId_1_hamletId_1", world.tasks.statementOfHamlets(List.of(XOM_1.id())));
    }

    @Test
    void tasks_of_a_last_day_are_found_by_an_index() {
        LocalDate day = LocalDate.of(2026, 12, 5);
        assertUses("due_1__id_1", world.tasks.statementDueOn(day, null, 500));
        assertUses("due_1__id_1", world.tasks.statementDueOn(day, new TaskId(Names.uuid("task 7 4")), 500));
    }

    @Test
    void what_phones_carry_is_found_by_an_index() {
        assertUses("hamletId_1_state_1__id_1", carried(LAN, XOM_1.id()));
        assertUses("assignedBy_1_state_1__id_1", carried(PROVINCE_ADMIN, null));
        assertUses("_1_state_1__id_1", carried(HOA, null));
    }

    @Test
    void an_export_goes_from_hamlet_to_hamlet_by_an_index() {
        TasksByHamlet all = new TasksByHamlet(world.tasks, null, null, null);

        assertUses("hamletId_1_", all.first(List.of(XOM_1.id(), Names.area("hamlet 3")), 1_000));
        assertUses("hamletId_1_", all.after(new ByHamlet.Place(XOM_1.id(), null, Names.uuid("task 0 7")), 1_000));
    }

    private FindPublisher<Task> carried(Member by, @Nullable AreaId hamlet) {
        List<Bson> parts = hamlet == null ? List.of() : List.of(eq("hamletId", hamlet));
        CarriedTasks carried = new CarriedTasks(world.tasks, TestWorld.CLOCK);
        return carried.statement(await(carried.carried(actor(by), parts)), 1_000);
    }
}
