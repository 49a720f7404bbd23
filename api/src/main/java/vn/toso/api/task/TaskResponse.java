package vn.toso.api.task;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.task.Priority;
import vn.toso.domain.task.TaskKind;
import vn.toso.domain.task.TaskState;

/**
 * A task and where it stands.
 *
 * @param householdId null when it is about the whole hamlet
 * @param assigneeId null while a team's task is unclaimed
 * @param overdue whether the last day passed and the task is still open
 * @param completedByVisit the visit that completed it; null when none did
 * @param late whether it was done after its last day; absent unless done
 * @param reason why it was declined or cancelled
 * @param claimedUntil until when a claim holds if nobody works on it
 * @param generated true for demo data, else absent
 */
record TaskResponse(
        TaskId id,
        TaskKind kind,
        @JsonInclude(ALWAYS) @Nullable HouseholdId householdId,
        AreaId hamletId,
        List<String> services,
        @JsonInclude(ALWAYS) @Nullable MemberId assigneeId,
        @JsonInclude(ALWAYS) @Nullable TeamId teamId,
        MemberId assignedBy,
        Priority priority,
        @JsonInclude(ALWAYS) @Nullable LocalDate due,
        TaskState state,
        boolean overdue,
        @JsonInclude(ALWAYS) @Nullable VisitId completedByVisit,
        @Nullable Boolean late,
        @Nullable String note,
        @Nullable String reason,
        Instant assignedAt,
        @Nullable Instant claimedUntil,
        @Nullable Instant completedAt,
        @Nullable Boolean generated,
        long version) {

    /** Tasks that were made together. */
    record Many(List<TaskResponse> items) {}
}
