package vn.toso.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.toso.domain.service.Outcome.ABSENT;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.service.Outcome.BLOCKED;
import static vn.toso.domain.service.Outcome.REFERRED;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.toso.domain.access.Actor;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.problem.FieldError;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.service.BlockReason;
import vn.toso.domain.visit.RecordVisit.Recorded;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.TestTasks;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.VisitBuilder;
import vn.toso.domain.world.WorkingWorld;

/** What a visit must say, and of what it may speak. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedVisitTest {

    private static final ResidentId LINH = Names.resident("Linh");
    private static final ResidentId STRANGER = Names.resident("Nam");

    private WorkingWorld world;
    private Household thong;
    private Household neighbour;
    private Household foreign;

    @BeforeAll
    void open() {
        world = WorkingWorld.open("RefusedVisit", TestWorld.CLOCK);
        List<Household> stored = world.people.put(
                aHousehold("Vi Văn Thông").with(aResident("Linh")),
                aHousehold("Lô Văn Nam").with(aResident("Nam")),
                aHousehold("Trần Văn Xa").in(XOM_DONG).with(aResident("Xa")));
        thong = stored.get(0);
        neighbour = stored.get(1);
        foreign = stored.get(2);
    }

    @AfterAll
    void close() {
        world.close();
    }

    private Recorded record(VisitBuilder visit) {
        return record(actor(LAN), visit);
    }

    private Recorded record(Actor actor, VisitBuilder visit) {
        return await(world.recordVisit.record(actor, visit.asCommand()));
    }

    private Problem refusal(VisitBuilder visit) {
        return catchThrowableOfType(Problem.class, () -> record(visit));
    }

    private List<String> errors(VisitBuilder visit) {
        Problem problem = refusal(visit);
        assertThat(problem.code()).isEqualTo(ProblemCode.INVALID);
        return problem.errors().stream()
                .map(error -> error.pointer() + " " + error.code())
                .toList();
    }

    private VisitBuilder fine(String word) {
        return aVisit(word).to(thong).did("SAFE", LINH, ACHIEVED);
    }

    @Test
    void an_unknown_household_and_one_out_of_scope_look_the_same() {
        HouseholdId nobody = Names.household("nobody");

        Problem unknown = refusal(aVisit("to nobody").to(nobody).did("PAY_BILL", ACHIEVED));
        Problem outside = refusal(aVisit("to a stranger").to(foreign.id()).did("PAY_BILL", ACHIEVED));

        assertThat(unknown.code()).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(outside).hasMessage(unknown.getMessage());
        assertThat(outside.reason()).isEqualTo(unknown.reason());
    }

    @Test
    void a_hamlet_out_of_scope_is_not_found() {
        Problem problem = refusal(aVisit("elsewhere").in(XOM_DONG.id()).did("MEETING", ACHIEVED));

        assertThat(problem.reason()).isEqualTo("not-found.hamlet");
        assertThat(refusal(aVisit("next door").in(XOM_5.id()).did("MEETING", ACHIEVED)))
                .hasMessage(problem.getMessage());
    }

    @Test
    void a_visit_is_to_a_household_or_to_a_hamlet() {
        RecordVisit.Command fine = fine("two places").asCommand();
        RecordVisit.Command both = new RecordVisit.Command(
                fine.id(),
                thong.id(),
                XOM_1.id(),
                List.of(),
                fine.occurredAt(),
                null,
                null,
                fine.activities(),
                null,
                null,
                null);
        RecordVisit.Command none = new RecordVisit.Command(
                fine.id(), null, null, List.of(), fine.occurredAt(), null, null, fine.activities(), null, null, null);

        Problem ofBoth = catchThrowableOfType(Problem.class, () -> await(world.recordVisit.record(actor(LAN), both)));
        Problem ofNone = catchThrowableOfType(Problem.class, () -> await(world.recordVisit.record(actor(LAN), none)));

        assertThat(ofBoth.errors()).containsExactly(FieldError.of("/hamletId", "not-wanted"));
        assertThat(ofNone.errors()).containsExactly(FieldError.of("/householdId", "required"));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        VisitBuilder wrong = aVisit("wrong all over")
                .to(thong)
                .lasting(1441)
                .noting("x".repeat(1001))
                .forTask(new TaskId(Names.uuid("no task")))
                .did("NO_SUCH", ACHIEVED)
                .did("SAFE", STRANGER, ACHIEVED)
                .did("SAFE", ACHIEVED)
                .did("SAFE", LINH, REFERRED)
                .did("PAY_BILL", LINH, ACHIEVED)
                .did(new Activity("PAY_BILL", null, BLOCKED, null, null, null, null))
                .did(new Activity("PAY_BILL", null, ABSENT, null, BlockReason.NO_PHONE, null, null))
                .did("DEVICE", ACHIEVED)
                .did("PAY_ACC", LINH, ACHIEVED, "no such step")
                .did("MEETING", ACHIEVED)
                .did(new Activity("PAY_BILL", null, ABSENT, null, null, 12, null))
                .did(new Activity("PAY_BILL", null, ABSENT, null, null, null, "x".repeat(1001)));

        assertThat(errors(wrong))
                .contains(
                        "/durationMinutes range",
                        "/note too-long",
                        "/taskId unknown-task",
                        "/activities/0/service unknown-service",
                        "/activities/1/residentId unknown-resident",
                        "/activities/2/residentId required",
                        "/activities/3/outcome not-allowed",
                        "/activities/4/residentId not-wanted",
                        "/activities/5/reason required",
                        "/activities/6/reason not-wanted",
                        "/activities/7/step required",
                        "/activities/8/step not-allowed",
                        "/activities/9/service wrong-place",
                        "/activities/10/attendance not-wanted",
                        "/activities/11/note too-long");
        assertThat(await(world.visits.collection().find(wrong.id()).hasElement()))
                .isFalse();
    }

    @Test
    void sizes_have_limits() {
        VisitBuilder crowd = fine("a crowd");
        crowd.by(IntStream.range(0, 22)
                .mapToObj(i ->
                        vn.toso.domain.world.MemberBuilder.aMember("Người " + i).build())
                .toArray(vn.toso.domain.team.Member[]::new));
        VisitBuilder busy = aVisit("too busy").to(thong);
        IntStream.range(0, 61).forEach(i -> busy.did("PAY_BILL", ABSENT));

        assertThat(errors(crowd)).containsExactly("/members size");
        assertThat(errors(busy)).containsExactly("/activities size");
        assertThat(errors(aVisit("idle").to(thong))).containsExactly("/activities size");
        assertThat(errors(fine("before it began").lasting(-1))).containsExactly("/durationMinutes range");
        assertThat(errors(aVisit("nobody came")
                        .in(XOM_1.id())
                        .did(new Activity("MEETING", null, ACHIEVED, null, null, -1, null))))
                .containsExactly("/activities/0/attendance range");
    }

    @Test
    void a_task_must_be_one_of_that_door() {
        TaskId own = TestTasks.store(world, thong);
        TaskId other = TestTasks.store(world, neighbour);
        TaskId ofHamlet = TestTasks.store(world, XOM_1.id());

        assertThat(record(fine("for the task").forTask(own)).visit().taskId()).isEqualTo(own);
        assertThat(errors(fine("for another's").forTask(other))).containsExactly("/taskId unknown-task");
        assertThat(errors(fine("for the hamlet's").forTask(ofHamlet))).containsExactly("/taskId unknown-task");
        VisitBuilder meeting = aVisit("meeting for a task").in(XOM_1.id()).did("MEETING", ACHIEVED);
        assertThat(record(meeting.forTask(ofHamlet)).repeated()).isFalse();
        assertThat(errors(aVisit("meeting for a door's task")
                        .in(XOM_1.id())
                        .did("MEETING", ACHIEVED)
                        .forTask(own)))
                .containsExactly("/taskId unknown-task");
    }

    @Test
    void a_correction_is_of_a_visit_to_the_same_door_or_of_one_that_has_not_arrived_yet() {
        VisitBuilder wrong = fine("to be corrected");
        record(wrong);
        VisitBuilder elsewhere = aVisit("at the neighbour's").to(neighbour).did("PAY_BILL", ACHIEVED);

        assertThat(record(fine("correction").correcting(wrong.id())).visit().supersedes())
                .isEqualTo(wrong.id());
        assertThat(record(fine("early correction")
                                .correcting(aVisit("still under way").id()))
                        .repeated())
                .isFalse();
        assertThat(errors(elsewhere.correcting(wrong.id()))).containsExactly("/supersedes unknown-visit");
        VisitBuilder itself = fine("of itself");
        assertThat(errors(itself.correcting(itself.id()))).containsExactly("/supersedes unknown-visit");
    }

    @Test
    void who_may_not_record_visits_is_told_so() {
        Problem problem = catchThrowableOfType(
                Problem.class, () -> record(actor(TestWorld.DATA_OFFICER), fine("by the data officer")));

        assertThat(problem.code()).isEqualTo(ProblemCode.FORBIDDEN);
    }

    @Test
    void a_broken_database_is_no_problem_of_the_caller() {
        WorkingWorld gone = WorkingWorld.open("Gone", TestWorld.CLOCK);
        gone.close();

        assertThat(catchThrowableOfType(
                        RuntimeException.class,
                        () -> await(gone.recordVisit.record(
                                actor(LAN), fine("nowhere").asCommand()))))
                .isNotInstanceOf(Problem.class);
    }
}
