package vn.toso.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.toso.domain.task.TaskAction.ACCEPT;
import static vn.toso.domain.task.TaskAction.CANCEL;
import static vn.toso.domain.task.TaskAction.CLAIM;
import static vn.toso.domain.task.TaskAction.COMPLETE;
import static vn.toso.domain.task.TaskAction.DECLINE;
import static vn.toso.domain.task.TaskAction.REASSIGN;
import static vn.toso.domain.task.TaskAction.START;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.TestWorld.TEAM;
import static vn.toso.domain.world.TestWorld.THUY;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.TestTasks;
import vn.toso.domain.world.WorkingWorld;

/** What members did with tasks while they had no signal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakeOfflineMoveTest {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-19T18:00:00+07:00");

    private final MovingClock clock = new MovingClock();
    private WorkingWorld world;
    private TakeOfflineMove offline;
    private Household household;

    @BeforeAll
    void open() {
        clock.set(NOW);
        world = WorkingWorld.open("OfflineMove", clock);
        offline = new TakeOfflineMove(world.moveTask, world.tasks, clock);
        household = world.people.put(aHousehold("Vi Văn Thông")).get(0);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void steps_that_arrive_once_more_or_in_the_wrong_order_change_nothing() {
        Task task = ofLan();
        take(LAN, task, ACCEPT);
        take(LAN, task, START);
        Task done = take(LAN, task, COMPLETE);

        assertThat(take(LAN, task, ACCEPT).revision()).isEqualTo(done.revision());
        assertThat(take(LAN, task, START).revision()).isEqualTo(done.revision());
        assertThat(take(LAN, task, COMPLETE).revision()).isEqualTo(done.revision());
        assertThat(done.lateWork()).isEmpty();
    }

    @Test
    void a_claim_that_arrives_again_after_the_work_began_changes_nothing() {
        Task task = stored(TestTasks.ofTeam(household, TEAM.id()));
        take(LAN, task, CLAIM);
        Task begun = take(LAN, task, START);

        assertThat(take(LAN, task, CLAIM).revision()).isEqualTo(begun.revision());
    }

    @Test
    void work_for_a_task_that_was_cancelled_is_noted_once_and_the_task_stays_cancelled() {
        Task task = ofLan();
        online(HOA, task, CANCEL, "đã làm xong", null);

        Task noted = take(LAN, task, COMPLETE);

        assertThat(noted.state()).isEqualTo(TaskState.CANCELLED);
        assertThat(noted.lateWork()).hasSize(1);
        assertThat(noted.lateWork().get(0).by()).isEqualTo(LAN.id());
        assertThat(take(LAN, task, COMPLETE).lateWork()).hasSize(1);
        assertThat(take(LAN, task, START).lateWork()).hasSize(2);
    }

    @Test
    void work_for_a_task_that_went_to_somebody_else_is_noted() {
        Task task = ofLan();
        take(LAN, task, ACCEPT);
        online(HOA, task, REASSIGN, null, MINH.id());

        Task noted = take(LAN, task, COMPLETE);

        assertThat(noted.assigneeId()).isEqualTo(MINH.id());
        assertThat(noted.lateWork()).hasSize(1);
    }

    @Test
    void other_steps_with_a_task_that_went_to_somebody_else_are_in_conflict() {
        Task task = ofLan();
        online(HOA, task, REASSIGN, null, MINH.id());

        assertThat(refusal(LAN, task, ACCEPT, null).code()).isEqualTo(ProblemCode.CONFLICT);
        assertThat(refusal(LAN, task, DECLINE, "bận").code()).isEqualTo(ProblemCode.CONFLICT);
    }

    @Test
    void who_never_had_the_task_is_told_what_anybody_is_told() {
        Task task = ofLan();

        assertThat(refusal(MINH, task, COMPLETE, null).code()).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(THUY, task, COMPLETE, null).code()).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(LAN, task, DECLINE, null).code()).isEqualTo(ProblemCode.INVALID);
    }

    @Test
    void a_step_that_a_closed_task_does_not_allow_is_in_conflict() {
        Task task = ofLan();
        online(HOA, task, CANCEL, "đã làm xong", null);

        assertThat(refusal(LAN, task, DECLINE, "bận").code()).isEqualTo(ProblemCode.CONFLICT);
    }

    private Task stored(Task task) {
        return world.put(world.tasks.collection(), List.of(task)).get(0);
    }

    private Task ofLan() {
        return stored(TestTasks.ofHousehold(household));
    }

    private Task take(Member by, Task task, TaskAction action) {
        return take(by, task, action, null);
    }

    private Task take(Member by, Task task, TaskAction action, @Nullable String reason) {
        return await(offline.move(actor(by), new MoveTask.Command(task.id(), action, reason, null, null, null), AT));
    }

    private void online(Member by, Task task, TaskAction action, @Nullable String reason, @Nullable MemberId assignee) {
        await(world.moveTask.move(actor(by), new MoveTask.Command(task.id(), action, reason, assignee, null, null)));
    }

    private Problem refusal(Member by, Task task, TaskAction action, @Nullable String reason) {
        return catchThrowableOfType(Problem.class, () -> take(by, task, action, reason));
    }
}
