package vn.toso.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.TestWorld.DATA_OFFICER;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.TEAM;
import static vn.toso.domain.world.TestWorld.THUY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.storage.Page;
import vn.toso.domain.storage.PageToken;
import vn.toso.domain.task.Tasks.Filter;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.TestTasks;
import vn.toso.domain.world.WorkingWorld;

class TasksTest {

    private final MovingClock clock = new MovingClock();
    private WorkingWorld world;
    private Household household;
    private Task ofLan;
    private Task ofMinh;
    private Task ofTeam;
    private Task claimed;
    private Task elsewhere;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("Tasks", clock);
        household = world.people.put(aHousehold("Vi Văn Thông")).get(0);
        ofLan = stored(TestTasks.ofHousehold(household));
        ofMinh = stored(TestTasks.ofHousehold(household).givenTo(MINH.id(), null, NOW));
        ofTeam = stored(TestTasks.ofHousehold(household).givenTo(null, TEAM.id(), NOW));
        claimed = stored(
                TestTasks.ofHousehold(household).givenTo(null, TEAM.id(), NOW).claimedBy(MINH.id(), NOW));
        elsewhere =
                stored(TestTasks.ofHamlet(TaskKind.HOLD_MEETING, XOM_DONG.id()).givenTo(THUY.id(), null, NOW));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Task stored(Task task) {
        return world.put(world.tasks.collection(), List.of(task)).get(0);
    }

    private static Filter filter(@Nullable MemberId assignee, @Nullable TaskState state, @Nullable AreaId hamlet) {
        return new Filter(assignee, state, hamlet, null);
    }

    private List<TaskId> list(Member by, Filter filter) {
        return await(world.tasks.page(actor(by), filter, 100, null)).items().stream()
                .map(Task::id)
                .toList();
    }

    private List<TaskId> list(Member by) {
        return list(by, filter(null, null, null));
    }

    @Test
    void a_member_sees_what_is_theirs_and_their_team_s_a_leader_all() {
        assertThat(list(LAN)).containsExactlyInAnyOrder(ofLan.id(), ofTeam.id(), claimed.id());
        assertThat(list(MINH)).containsExactlyInAnyOrder(ofMinh.id(), ofTeam.id(), claimed.id());
        assertThat(list(THUY)).containsExactly(elsewhere.id());
        assertThat(list(HOA)).hasSize(4).doesNotContain(elsewhere.id());
        assertThat(list(PROVINCE_ADMIN)).hasSize(5);
        assertThat(await(world.tasks.get(actor(LAN), claimed.id()))).isEqualTo(claimed);
        for (Task hidden : List.of(ofMinh, elsewhere)) {
            Problem problem =
                    catchThrowableOfType(Problem.class, () -> await(world.tasks.get(actor(LAN), hidden.id())));
            assertThat(problem.code()).isEqualTo(ProblemCode.NOT_FOUND);
        }
    }

    @Test
    void who_may_not_read_tasks_is_told_so() {
        Problem problem = catchThrowableOfType(Problem.class, () -> list(DATA_OFFICER));

        assertThat(problem.code()).isEqualTo(ProblemCode.FORBIDDEN);
    }

    @Test
    void a_list_is_narrowed_by_assignee_state_and_hamlet() {
        assertThat(list(HOA, filter(MINH.id(), null, null))).containsExactlyInAnyOrder(ofMinh.id(), claimed.id());
        assertThat(list(HOA, filter(null, TaskState.ACCEPTED, null))).containsExactly(claimed.id());
        assertThat(list(HOA, filter(null, TaskState.ASSIGNED, XOM_1.id())))
                .containsExactlyInAnyOrder(ofLan.id(), ofMinh.id(), ofTeam.id());
        assertThat(list(HOA, filter(null, TaskState.DONE, null))).isEmpty();
        Problem problem = catchThrowableOfType(Problem.class, () -> list(HOA, filter(null, null, XOM_DONG.id())));
        assertThat(problem.reason()).isEqualTo("not-found.hamlet");
    }

    @Test
    void a_lapsed_claim_reads_as_unclaimed_everywhere() {
        clock.advance(Duration.ofDays(3));

        assertThat(list(HOA, filter(MINH.id(), null, null))).containsExactly(ofMinh.id());
        assertThat(list(HOA, filter(null, TaskState.ACCEPTED, null))).isEmpty();
        assertThat(list(HOA, filter(null, TaskState.ASSIGNED, null))).contains(claimed.id());
        Task read = await(world.tasks.get(actor(LAN), claimed.id()));
        assertThat(read.assigneeId()).isNull();
        assertThat(read.state()).isEqualTo(TaskState.ASSIGNED);
        assertThat(await(world.tasks.page(actor(LAN), filter(null, null, null), 100, null))
                        .items())
                .contains(read);
    }

    @Test
    void tasks_are_listed_by_their_last_day_and_the_open_ended_ones_last() {
        List<TaskId> expected = new ArrayList<>();
        for (int day : new int[] {3, 1, 2, 2, 2}) {
            stored(due(TestTasks.ofHousehold(household), LocalDate.of(2026, 12, day)));
        }
        List<Task> whole = await(world.tasks.page(actor(HOA), filter(null, null, null), 100, null))
                .items();
        assertThat(whole)
                .extracting(Task::due)
                .startsWith(LocalDate.of(2026, 12, 1))
                .endsWith(null, null, null, null);
        String after = null;
        do {
            Page<Task> page = await(world.tasks.page(actor(HOA), filter(null, null, null), 2, after));
            page.items().forEach(task -> expected.add(task.id()));
            after = page.next();
        } while (after != null);

        assertThat(expected).isEqualTo(whole.stream().map(Task::id).toList());
        assertThat(list(HOA, new Filter(null, null, null, LocalDate.of(2026, 12, 2))))
                .hasSize(4);
    }

    @Test
    void a_page_token_that_is_not_ours_is_told_apart() {
        Problem problem = catchThrowableOfType(
                Problem.class,
                () -> await(
                        world.tasks.page(actor(HOA), filter(null, null, null), 2, PageToken.of("no day", ofLan.id()))));

        assertThat(problem.errors()).extracting("pointer").containsExactly("/after");
    }

    private static Task due(Task task, LocalDate day) {
        return new Task(
                task.id(),
                task.revision(),
                task.kind(),
                task.hamletId(),
                task.householdId(),
                task.services(),
                task.assigneeId(),
                task.teamId(),
                task.assignedBy(),
                task.assignedAt(),
                task.claimedUntil(),
                task.priority(),
                day,
                task.note(),
                task.state(),
                task.reason(),
                task.completedAt(),
                task.completedByVisit(),
                task.generated());
    }
}
