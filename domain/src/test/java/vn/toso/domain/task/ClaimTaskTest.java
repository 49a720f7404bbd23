package vn.toso.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.toso.domain.task.TaskAction.CLAIM;
import static vn.toso.domain.task.TaskAction.START;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.TestWorld.TEAM;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.household.Household;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.TestTasks;
import vn.toso.domain.world.WorkingWorld;

/** How those of a team take what was given to the team. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimTaskTest {

    private final MovingClock clock = new MovingClock();
    private WorkingWorld world;
    private Household household;

    @BeforeAll
    void open() {
        world = WorkingWorld.open("ClaimTask", clock);
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
        return new MoveTask.Command(task.id(), action, null, null, null, null);
    }

    private Task move(Member by, Task task, TaskAction action) {
        return await(world.moveTask.move(actor(by), command(task, action)));
    }

    private Problem refusal(Member by, Task task, TaskAction action) {
        return catchThrowableOfType(Problem.class, () -> move(by, task, action));
    }

    @Test
    void a_team_s_task_is_claimed_by_one_of_the_team() {
        Task claimed = move(LAN, ofTeam(), CLAIM);

        assertThat(claimed.assigneeId()).isEqualTo(LAN.id());
        assertThat(claimed.claimedUntil()).isEqualTo(NOW.plus(Duration.ofDays(3)));
        assertThat(refusal(MINH, claimed, CLAIM).reason()).isEqualTo("conflict.task-claimed");
        assertThat(refusal(HOA, ofTeam(), CLAIM).reason()).isEqualTo("forbidden.not-your-team");
        assertThat(refusal(LAN, ofLan(), CLAIM).reason()).isEqualTo("forbidden.not-your-team");
    }

    @Test
    void of_two_who_claim_at_once_one_wins() {
        for (int i = 0; i < 10; i++) {
            Task task = ofTeam();

            List<Object> answers = await(Flux.just(LAN, MINH)
                    .flatMap(member -> world.moveTask
                            .move(actor(member), command(task, CLAIM))
                            .cast(Object.class)
                            .onErrorResume(Problem.class, problem -> Mono.<Object>just(problem)))
                    .collectList());

            assertThat(answers).hasSize(2).filteredOn(Task.class::isInstance).hasSize(1);
            assertThat(answers)
                    .filteredOn(Problem.class::isInstance)
                    .extracting(problem -> ((Problem) problem).reason())
                    .containsExactly("conflict.task-claimed");
        }
    }

    @Test
    void a_lapsed_claim_is_open_to_the_colleague() {
        Task task = ofTeam();
        move(LAN, task, CLAIM);
        clock.advance(Duration.ofDays(3));

        assertThat(move(MINH, task, CLAIM).assigneeId()).isEqualTo(MINH.id());
        assertThat(refusal(LAN, task, START).reason()).isEqualTo("forbidden.not-your-task");
    }

    @Test
    void who_let_a_claim_lapse_goes_on_as_long_as_nobody_else_took_it() {
        Task task = ofTeam();
        move(LAN, task, CLAIM);
        clock.advance(Duration.ofDays(4));

        assertThat(move(LAN, task, START).state()).isEqualTo(TaskState.IN_PROGRESS);
        assertThat(refusal(MINH, task, CLAIM).reason()).isEqualTo("conflict.task-claimed");
    }

    @Test
    void who_let_a_claim_lapse_may_claim_anew() {
        Task task = ofTeam();
        move(LAN, task, CLAIM);
        clock.advance(Duration.ofDays(4));

        assertThat(move(LAN, task, CLAIM).claimedUntil())
                .isEqualTo(clock.instant().plus(Duration.ofDays(3)));
    }
}
