package vn.toso.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.service.Outcome.ABSENT;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.service.Outcome.ASSISTED;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.VisitBuilder.aVisit;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toso.domain.household.Household;
import vn.toso.domain.visit.LiveVisits;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.world.TestTasks;
import vn.toso.domain.world.VisitBuilder;

class WorkDoneTest {

    private static final Household HOUSEHOLD = aHousehold("Vi Văn Thông").build();

    /** Took place before the task was given, and is received behind it. */
    private static VisitBuilder visit(String word) {
        return aVisit(word).to(HOUSEHOLD).at("2026-11-20T08:00:00+07:00").received("2026-11-20T20:00:00+07:00");
    }

    private static Task judged(Task task, VisitBuilder... visits) {
        List<Visit> live =
                LiveVisits.of(List.of(visits).stream().map(VisitBuilder::build).toList());
        return WorkDone.judge(task, live);
    }

    @Test
    void a_visit_that_achieves_everything_wanted_completes_the_task() {
        Task task = TestTasks.ofHousehold(HOUSEHOLD, "PAY_BILL", "DEVICE");
        VisitBuilder visit = visit("both").did("PAY_BILL", ACHIEVED).did("DEVICE", ACHIEVED);

        Task done = judged(task, visit);

        assertThat(done.state()).isEqualTo(TaskState.DONE);
        assertThat(done.completedByVisit()).isEqualTo(visit.id());
        assertThat(done.completedAt()).isEqualTo("2026-11-20T01:00:00Z");
    }

    @Test
    void visits_count_together_and_the_last_wanted_one_completes() {
        Task task = TestTasks.ofHousehold(HOUSEHOLD, "PAY_BILL", "DEVICE");
        VisitBuilder first = visit("first").did("PAY_BILL", ACHIEVED);
        VisitBuilder second = visit("second").at("2026-11-20T09:00:00+07:00").did("DEVICE", ACHIEVED);

        assertThat(judged(task, first)).isEqualTo(task);
        assertThat(judged(task, second, first).completedByVisit()).isEqualTo(second.id());
    }

    @Test
    void help_that_is_not_there_yet_completes_nothing() {
        Task task = TestTasks.ofHousehold(HOUSEHOLD, "PAY_BILL");

        assertThat(judged(task, visit("assisted").did("PAY_BILL", ASSISTED))).isEqualTo(task);
        assertThat(judged(task)).isEqualTo(task);
    }

    @Test
    void what_was_received_before_the_task_was_given_does_not_count() {
        Task task = TestTasks.ofHousehold(HOUSEHOLD, "PAY_BILL");
        VisitBuilder known =
                visit("known").received("2026-11-20T19:04:59+07:00").did("PAY_BILL", ACHIEVED);
        VisitBuilder justNow =
                visit("just now").received("2026-11-20T19:05:00+07:00").did("PAY_BILL", ACHIEVED);

        assertThat(judged(task, known)).isEqualTo(task);
        assertThat(judged(task, known, justNow).completedByVisit()).isEqualTo(justNow.id());
    }

    @ParameterizedTest
    @EnumSource(names = {"VISIT_HOUSEHOLD", "FOLLOW_UP", "HOLD_MEETING"})
    void where_the_visit_itself_is_wanted_somebody_must_have_been_met(TaskKind kind) {
        Task task = TestTasks.ofHamlet(kind, XOM_1.id());
        VisitBuilder met = visit("met").did("PAY_BILL", ASSISTED);

        assertThat(judged(task, visit("absent").did("PAY_BILL", ABSENT))).isEqualTo(task);
        assertThat(judged(task, met).completedByVisit()).isEqualTo(met.id());
    }

    @ParameterizedTest
    @EnumSource(names = {"SURVEY_HAMLET", "FREE"})
    void free_work_and_surveys_are_done_by_a_visit_made_for_them(TaskKind kind) {
        Task task = TestTasks.ofHamlet(kind, XOM_1.id());
        VisitBuilder any = visit("any").did("MEETING", ACHIEVED);
        VisitBuilder own = visit("own").did("MEETING", ACHIEVED).forTask(task.id());

        assertThat(judged(task, any)).isEqualTo(task);
        assertThat(judged(task, own).state()).isEqualTo(TaskState.DONE);
    }

    @Test
    void a_task_whose_visit_is_taken_back_is_open_again() {
        Task task = TestTasks.ofHousehold(HOUSEHOLD, "PAY_BILL");
        VisitBuilder visit = visit("taken back").did("PAY_BILL", ACHIEVED);
        Task done = judged(task, visit);

        Task reopened = judged(done, visit.voided());

        assertThat(reopened).isEqualTo(task);
    }

    @Test
    void another_visit_that_did_it_keeps_the_task_closed() {
        Task task = TestTasks.ofHousehold(HOUSEHOLD, "PAY_BILL");
        VisitBuilder first = visit("first").did("PAY_BILL", ACHIEVED);
        VisitBuilder second = visit("second").at("2026-11-20T09:00:00+07:00").did("PAY_BILL", ACHIEVED);
        Task done = judged(task, first, second);

        assertThat(done.completedByVisit()).isEqualTo(first.id());
        assertThat(judged(done, first.voided(), second).completedByVisit()).isEqualTo(second.id());
    }

    @Test
    void judging_again_changes_nothing() {
        Task done = judged(
                TestTasks.ofHousehold(HOUSEHOLD, "PAY_BILL"), visit("one").did("PAY_BILL", ACHIEVED));

        assertThat(judged(done, visit("one").did("PAY_BILL", ACHIEVED))).isSameAs(done);
    }

    @Test
    void what_a_person_completed_or_cancelled_stays() {
        Task task = TestTasks.ofHousehold(HOUSEHOLD, "PAY_BILL");
        Task completed = task.completed(NOW, null);
        Task cancelled = task.cancelled("không cần nữa");
        VisitBuilder visit = visit("late").did("PAY_BILL", ACHIEVED);

        assertThat(judged(completed, visit)).isSameAs(completed);
        assertThat(judged(completed)).isSameAs(completed);
        assertThat(judged(cancelled, visit)).isSameAs(cancelled);
    }

    @Test
    void a_declined_task_is_completed_by_who_did_it_all_the_same() {
        Task declined = TestTasks.ofHousehold(HOUSEHOLD, "PAY_BILL").declined("đi vắng");

        Task done = judged(declined, visit("by another").did("PAY_BILL", ACHIEVED));

        assertThat(done.state()).isEqualTo(TaskState.DONE);
        assertThat(done.reason()).isNull();
    }

    @Test
    void what_cannot_change_a_judgement_need_not_be_looked_at() {
        Task task = TestTasks.ofHousehold(HOUSEHOLD, "PAY_BILL");
        Task anything = TestTasks.ofHousehold(HOUSEHOLD);
        VisitBuilder achieved = visit("achieved").did("PAY_BILL", ACHIEVED);
        VisitBuilder other = visit("other").did("DEVICE", ACHIEVED).did("PAY_BILL", ASSISTED);
        VisitBuilder later = visit("later").at("2026-11-20T09:00:00+07:00").did("PAY_BILL", ACHIEVED);
        Task done = judged(task, achieved);

        assertThat(WorkDone.mayMatter(task, achieved.build())).isTrue();
        assertThat(WorkDone.mayMatter(task, other.build())).isFalse();
        assertThat(WorkDone.mayMatter(anything, other.build())).isTrue();
        assertThat(WorkDone.mayMatter(done, later.build())).isFalse();
        assertThat(WorkDone.mayMatter(done, achieved.build())).isTrue();
        assertThat(WorkDone.mayMatter(done, later.correcting(achieved.id()).build()))
                .isTrue();
        assertThat(WorkDone.mayMatter(task, other.voided().build())).isTrue();
    }
}
