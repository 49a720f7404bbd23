package vn.toso.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.TestWorld.TEAM;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.WorkingWorld;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssignTasksTest {

    private WorkingWorld world;
    private Household thong;
    private Household nam;
    private Household foreign;

    @BeforeAll
    void open() {
        world = WorkingWorld.open("AssignTasks", TestWorld.CLOCK);
        List<Household> households = world.people.put(
                aHousehold("Vi Văn Thông"),
                aHousehold("Lô Văn Nam"),
                aHousehold("Trần Văn Xa").in(XOM_DONG));
        thong = households.get(0);
        nam = households.get(1);
        foreign = households.get(2);
    }

    @AfterAll
    void close() {
        world.close();
    }

    /** A command in the making: Hoa gives Lan a visit to Thông. */
    private final class Asking {
        private TaskKind kind = TaskKind.VISIT_HOUSEHOLD;
        private @Nullable HouseholdId household = thong.id();
        private List<HouseholdId> households = List.of();
        private @Nullable AreaId hamlet;
        private List<String> services = List.of();
        private @Nullable MemberId assignee = LAN.id();
        private @Nullable TeamId team;
        private @Nullable LocalDate due;
        private @Nullable String note;

        Asking kind(TaskKind wanted) {
            kind = wanted;
            return this;
        }

        Asking at(@Nullable HouseholdId place) {
            household = place;
            return this;
        }

        Asking at(List<HouseholdId> places) {
            household = null;
            households = places;
            return this;
        }

        Asking in(AreaId place) {
            household = null;
            hamlet = place;
            return this;
        }

        Asking also(AreaId place) {
            hamlet = place;
            return this;
        }

        Asking services(String... wanted) {
            services = List.of(wanted);
            return this;
        }

        Asking of(@Nullable MemberId member, @Nullable TeamId wholeTeam) {
            assignee = member;
            team = wholeTeam;
            return this;
        }

        Asking due(LocalDate day) {
            due = day;
            return this;
        }

        Asking note(String text) {
            note = text;
            return this;
        }

        List<Task> by(Member leader) {
            return await(world.assignTasks.assign(
                    actor(leader),
                    new AssignTasks.Command(
                            kind, household, households, hamlet, services, assignee, team, Priority.HIGH, due, note)));
        }

        Problem problem() {
            return catchThrowableOfType(Problem.class, () -> by(HOA));
        }

        List<String> errors() {
            return problem().errors().stream()
                    .map(error -> error.pointer() + " " + error.code())
                    .toList();
        }
    }

    private Asking ask() {
        return new Asking();
    }

    @Test
    void a_task_says_what_was_asked_for() {
        Task task = ask().services("PAY_BILL", "SAFE", "PAY_BILL")
                .due(TODAY)
                .note(" hỏi cả nhà ")
                .by(HOA)
                .get(0);

        assertThat(task.householdId()).isEqualTo(thong.id());
        assertThat(task.hamletId()).isEqualTo(XOM_1.id());
        assertThat(task.services()).containsExactly("PAY_BILL", "SAFE");
        assertThat(task.assigneeId()).isEqualTo(LAN.id());
        assertThat(task.assignedBy()).isEqualTo(HOA.id());
        assertThat(task.assignedAt()).isEqualTo(NOW);
        assertThat(task.state()).isEqualTo(TaskState.ASSIGNED);
        assertThat(task.priority()).isEqualTo(Priority.HIGH);
        assertThat(task.note()).isEqualTo("hỏi cả nhà");
        assertThat(await(world.tasks.get(actor(LAN), task.id()))).isEqualTo(task);
    }

    @Test
    void many_households_get_a_task_each_in_their_order() {
        List<Task> tasks =
                ask().at(List.of(nam.id(), thong.id(), nam.id())).note(" ").by(HOA);

        assertThat(tasks).extracting(Task::householdId).containsExactly(nam.id(), thong.id());
        assertThat(tasks).extracting(Task::note).containsOnlyNulls();
    }

    @Test
    void every_household_of_a_hamlet_gets_a_task() {
        List<Task> tasks = ask().in(XOM_1.id()).of(null, TEAM.id()).by(HOA);

        assertThat(tasks).extracting(Task::householdId).containsExactly(nam.id(), thong.id());
        assertThat(tasks).extracting(Task::teamId).containsOnly(TEAM.id());
    }

    @Test
    void a_meeting_a_survey_and_free_work_are_the_hamlet_s() {
        for (TaskKind kind : List.of(TaskKind.HOLD_MEETING, TaskKind.SURVEY_HAMLET, TaskKind.FREE)) {
            List<Task> tasks =
                    ask().kind(kind).in(XOM_1.id()).services("MEETING").by(HOA);

            assertThat(tasks).hasSize(1);
            assertThat(tasks.get(0).householdId()).isNull();
        }
        assertThat(ask().kind(TaskKind.FREE).by(HOA).get(0).householdId()).isEqualTo(thong.id());
    }

    @Test
    void a_commune_s_leader_can_be_given_work_as_well() {
        assertThat(ask().of(HOA.id(), null).by(HOA).get(0).assigneeId()).isEqualTo(HOA.id());
    }

    @Test
    void a_place_out_of_scope_looks_like_none() {
        Problem unknown = ask().at(Names.household("nobody")).problem();

        assertThat(unknown.code()).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(ask().at(foreign.id()).problem()).hasMessage(unknown.getMessage());
        assertThat(ask().in(XOM_DONG.id()).problem().reason()).isEqualTo("not-found.hamlet");
        assertThat(ask().at(List.of(thong.id(), foreign.id(), Names.household("nobody")))
                        .errors())
                .containsExactly("/householdIds/1 unknown-household", "/householdIds/2 unknown-household");
    }

    @Test
    void exactly_one_place_is_named() {
        assertThat(ask().at((HouseholdId) null).errors()).containsExactly("/householdId required");
        assertThat(ask().also(XOM_1.id()).errors()).containsExactly("/hamletId not-wanted");
        assertThat(ask().kind(TaskKind.HOLD_MEETING).errors()).containsExactly("/kind wrong-place");
        assertThat(ask().kind(TaskKind.SURVEY_HAMLET).errors()).containsExactly("/kind wrong-place");
        List<HouseholdId> many = new ArrayList<>();
        IntStream.range(0, 501).forEach(i -> many.add(Names.household("hộ " + i)));
        assertThat(ask().at(many).errors()).containsExactly("/householdIds size");
    }

    @Test
    void a_hamlet_without_households_is_said_to_have_none() {
        assertThat(ask().in(XOM_5.id()).of(HOA.id(), null).errors()).containsExactly("/hamletId no-households");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        assertThat(ask().services("PAY_BILL", "NO_SUCH", "MEETING")
                        .due(TODAY.minusDays(1))
                        .note("x".repeat(1001))
                        .of(null, null)
                        .errors())
                .containsExactlyInAnyOrder(
                        "/services/1 unknown-service",
                        "/services/2 wrong-place",
                        "/due in-the-past",
                        "/note too-long",
                        "/assigneeId required");
        assertThat(ask().kind(TaskKind.FREE).in(XOM_1.id()).services("PAY_BILL").errors())
                .containsExactly("/services/0 wrong-place");
        assertThat(ask().services(IntStream.range(0, 21).mapToObj(i -> "SAFE").toArray(String[]::new))
                        .errors())
                .containsExactly("/services size");
    }

    @Test
    void work_is_given_to_hands_of_the_place() {
        assertThat(ask().of(TestWorld.THUY.id(), null).errors()).containsExactly("/assigneeId no-member-there");
        assertThat(ask().of(null, new TeamId(thong.id().value())).errors()).containsExactly("/teamId no-team-there");
    }

    @Test
    void only_leaders_hand_out_work() {
        Problem problem = catchThrowableOfType(Problem.class, () -> ask().by(MINH));

        assertThat(problem.code()).isEqualTo(ProblemCode.FORBIDDEN);
    }
}
