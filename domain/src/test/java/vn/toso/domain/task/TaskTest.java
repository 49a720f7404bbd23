package vn.toso.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.TestWorld.TEAM;
import static vn.toso.domain.world.TestWorld.TODAY;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.toso.domain.world.TestTasks;

class TaskTest {

    private static final Instant LAPSE = NOW.plus(Task.CLAIM);

    private final Task task = TestTasks.ofHousehold(aHousehold("Vi Văn Thông").build());
    private final Task ofTeam = task.givenTo(null, TEAM.id(), NOW);

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

    @Test
    void a_claim_holds_three_days() {
        Task claimed = ofTeam.claimedBy(LAN.id(), NOW);

        assertThat(claimed.asOf(LAPSE.minusMillis(1))).isSameAs(claimed);
        assertThat(claimed.asOf(LAPSE).assigneeId()).isNull();
        assertThat(claimed.asOf(LAPSE).state()).isEqualTo(TaskState.ASSIGNED);
        assertThat(claimed.asOf(LAPSE).claimedUntil()).isNull();
        assertThat(claimed.asOf(LAPSE).teamId()).isEqualTo(TEAM.id());
    }

    @Test
    void work_that_was_started_stays_with_who_started_it() {
        Task started = ofTeam.claimedBy(LAN.id(), NOW).started();

        assertThat(started.asOf(LAPSE)).isSameAs(started);
    }

    @Test
    void a_task_given_to_a_member_never_lapses() {
        assertThat(task.asOf(LAPSE)).isSameAs(task);
        assertThat(task.accepted().asOf(LAPSE).assigneeId()).isEqualTo(LAN.id());
    }

    @Test
    void a_task_is_overdue_the_day_after_its_last_while_it_is_open() {
        Task due = due(task, TODAY);

        assertThat(due.isOverdue(TODAY)).isFalse();
        assertThat(due.isOverdue(TODAY.plusDays(1))).isTrue();
        assertThat(due.completed(NOW, null).isOverdue(TODAY.plusDays(1))).isFalse();
        assertThat(due.cancelled("thôi").isOverdue(TODAY.plusDays(1))).isFalse();
        assertThat(due.declined("bận").isOverdue(TODAY.plusDays(1))).isTrue();
        assertThat(task.isOverdue(TODAY.plusYears(9))).isFalse();
    }

    @Test
    void a_task_done_after_its_last_day_is_late_by_the_day_in_vietnam() {
        Task due = due(task, LocalDate.of(2026, 11, 20));

        assertThat(due.completed(Instant.parse("2026-11-20T16:59:59Z"), null).isLate())
                .isFalse();
        assertThat(due.completed(Instant.parse("2026-11-20T17:00:00Z"), null).isLate())
                .isTrue();
        assertThat(due.isLate()).isFalse();
        assertThat(task.completed(NOW, null).isLate()).isFalse();
    }
}
