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
import static vn.toso.domain.world.TestWorld.DISTRICT_STAFF;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.TestWorld.TEAM;
import static vn.toso.domain.world.TestWorld.THUY;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.TestTasks;
import vn.toso.domain.world.WorkingWorld;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MoveTaskTest {

    /** Says the table once more, by hand. */
    private static final Map<TaskAction, Set<TaskState>> ALLOWED = Map.of(
            ACCEPT, EnumSet.of(TaskState.ASSIGNED),
            START, EnumSet.of(TaskState.ASSIGNED, TaskState.ACCEPTED),
            COMPLETE, EnumSet.of(TaskState.ASSIGNED, TaskState.ACCEPTED, TaskState.IN_PROGRESS),
            DECLINE, EnumSet.of(TaskState.ASSIGNED, TaskState.ACCEPTED, TaskState.IN_PROGRESS),
            CANCEL, EnumSet.of(TaskState.ASSIGNED, TaskState.ACCEPTED, TaskState.IN_PROGRESS, TaskState.DECLINED),
            CLAIM, EnumSet.of(TaskState.ASSIGNED),
            REASSIGN, EnumSet.of(TaskState.ASSIGNED, TaskState.ACCEPTED, TaskState.IN_PROGRESS, TaskState.DECLINED));

    private final MovingClock clock = new MovingClock();
    private WorkingWorld world;
    private Household household;

    @BeforeAll
    void open() {
        world = WorkingWorld.open("MoveTask", clock);
        household = world.people.put(aHousehold("Vi Văn Thông")).get(0);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @BeforeEach
    void setClock() {
        clock.set(NOW);
    }

    private Task stored(Task task) {
        return world.put(world.tasks.collection(), List.of(task)).get(0);
    }

    private Task ofLan() {
        return stored(TestTasks.ofHousehold(household));
    }

    private Task ofTeam() {
        return stored(TestTasks.ofHousehold(household).givenTo(null, TEAM.id(), NOW));
    }

    private static MoveTask.Command command(Task task, TaskAction action) {
        String reason = action.needsReason() ? "vì lý do này" : null;
        MemberId assignee = action == REASSIGN ? MINH.id() : null;
        return new MoveTask.Command(task.id(), action, reason, assignee, null, null);
    }

    private Task move(Member by, MoveTask.Command command) {
        return await(world.moveTask.move(actor(by), command));
    }

    private Task move(Member by, Task task, TaskAction action) {
        return move(by, command(task, action));
    }

    private Problem refusal(Member by, Task task, TaskAction action) {
        return refusal(by, command(task, action));
    }

    private Problem refusal(Member by, MoveTask.Command command) {
        return catchThrowableOfType(Problem.class, () -> move(by, command));
    }

    private static Member by(TaskAction action) {
        return action == CANCEL || action == REASSIGN ? HOA : LAN;
    }

    private Task in(TaskState state, TaskAction action) {
        Task given = TestTasks.ofHousehold(household);
        Task task = action == CLAIM ? given.givenTo(null, TEAM.id(), NOW) : given;
        return stored(
                switch (state) {
                    case ASSIGNED -> task;
                    case ACCEPTED -> task.accepted();
                    case IN_PROGRESS -> task.started();
                    case DONE -> task.completed(NOW, null);
                    case DECLINED -> task.declined("bận");
                    case CANCELLED -> task.cancelled("thôi");
                });
    }

    @ParameterizedTest
    @EnumSource
    void an_action_leads_to_its_state_from_where_it_is_allowed_and_is_a_conflict_elsewhere(TaskAction action) {
        for (TaskState state : TaskState.values()) {
            Task task = in(state, action);
            boolean there = state == action.to() && action != REASSIGN && action != CLAIM;
            if (ALLOWED.get(action).contains(state) || there) {
                assertThat(move(by(action), task, action).state())
                        .as("%s from %s", action, state)
                        .isEqualTo(action.to());
            } else {
                Problem problem = refusal(by(action), task, action);
                assertThat(problem.code()).as("%s from %s", action, state).isEqualTo(ProblemCode.CONFLICT);
                assertThat(problem.reason())
                        .isEqualTo("conflict.task-"
                                + state.name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', '-'));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_same_action_by_the_same_hand_again_changes_nothing(TaskAction action) {
        Task task = action == CLAIM ? ofTeam() : ofLan();
        Task first = move(by(action), task, action);
        MoveTask.Command again = command(task, action);

        Task second = move(
                by(action),
                new MoveTask.Command(task.id(), action, again.reason(), again.assigneeId(), again.teamId(), 1L));

        assertThat(second).isEqualTo(first);
        assertThat(second.revision().version()).isEqualTo(2);
    }

    @Test
    void only_the_assignee_works_on_a_task() {
        Task task = ofTeam();
        move(LAN, task, CLAIM);

        for (TaskAction action : List.of(ACCEPT, START, DECLINE, COMPLETE)) {
            Problem problem = refusal(MINH, task, action);
            assertThat(problem.code()).isEqualTo(ProblemCode.FORBIDDEN);
            assertThat(problem.reason()).isEqualTo("forbidden.not-your-task");
        }
        assertThat(refusal(HOA, task, ACCEPT).code()).isEqualTo(ProblemCode.FORBIDDEN);
        assertThat(move(HOA, task, COMPLETE).completedAt()).isEqualTo(NOW);
        assertThat(move(HOA, task, COMPLETE).state()).isEqualTo(TaskState.DONE);
    }

    @Test
    void only_leaders_cancel_and_reassign() {
        Task task = ofLan();

        assertThat(refusal(LAN, task, CANCEL).code()).isEqualTo(ProblemCode.FORBIDDEN);
        assertThat(refusal(LAN, task, REASSIGN).code()).isEqualTo(ProblemCode.FORBIDDEN);
        assertThat(move(DISTRICT_STAFF, task, CANCEL).reason()).isEqualTo("vì lý do này");
    }

    @Test
    void a_task_one_does_not_see_looks_like_none() {
        Task task = ofLan();

        assertThat(refusal(THUY, task, ACCEPT).code()).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(MINH, task, ACCEPT).code()).isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void a_task_is_given_to_a_member_or_a_team_of_its_hamlet() {
        Task task = ofLan();

        assertThat(reassignment(task, MINH.id(), null)).isEmpty();
        assertThat(reassignment(task, null, TEAM.id())).isEmpty();
        assertThat(reassignment(task, THUY.id(), null)).containsExactly("/assigneeId no-member-there");
        assertThat(reassignment(task, new MemberId(household.id().value()), null))
                .containsExactly("/assigneeId no-member-there");
        assertThat(reassignment(task, DISTRICT_STAFF.id(), null)).containsExactly("/assigneeId no-member-there");
        assertThat(reassignment(task, null, new TeamId(household.id().value())))
                .containsExactly("/teamId no-team-there");
        assertThat(reassignment(task, MINH.id(), TEAM.id())).containsExactly("/teamId not-wanted");
        assertThat(reassignment(task, null, null)).containsExactly("/assigneeId required");
    }

    private List<String> reassignment(Task task, @Nullable MemberId member, @Nullable TeamId team) {
        MoveTask.Command command = new MoveTask.Command(task.id(), REASSIGN, null, member, team, null);
        Problem problem = catchThrowableOfType(Problem.class, () -> {
            Task given = move(HOA, command);
            assertThat(given.assigneeId()).isEqualTo(member);
            assertThat(given.teamId()).isEqualTo(team);
            assertThat(given.state()).isEqualTo(TaskState.ASSIGNED);
        });
        return problem == null
                ? List.of()
                : problem.errors().stream()
                        .map(error -> error.pointer() + " " + error.code())
                        .toList();
    }

    @Test
    void declining_and_cancelling_need_a_reason() {
        Task task = ofLan();

        for (String reason : new String[] {null, " ", "x".repeat(501)}) {
            Problem problem = refusal(LAN, new MoveTask.Command(task.id(), DECLINE, reason, null, null, null));
            assertThat(problem.errors()).extracting("pointer").containsExactly("/reason");
        }
        Task declined = move(LAN, new MoveTask.Command(task.id(), DECLINE, " bận mùa ", null, null, null));
        assertThat(declined.reason()).isEqualTo("bận mùa");
        assertThat(declined.assigneeId()).isEqualTo(LAN.id());
    }

    @Test
    void a_task_that_changed_since_it_was_seen_is_left_alone() {
        Task task = move(LAN, ofLan(), ACCEPT);

        Problem problem = refusal(LAN, new MoveTask.Command(task.id(), START, null, null, null, 1L));

        assertThat(problem.code()).isEqualTo(ProblemCode.VERSION_MISMATCH);
        assertThat(move(LAN, new MoveTask.Command(task.id(), START, null, null, null, 2L))
                        .state())
                .isEqualTo(TaskState.IN_PROGRESS);
    }
}
