package vn.toso.api.task;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.CampaignId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.task.Priority;
import vn.toso.domain.task.TaskAction;
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
 * @param lateWork what was done for it and told too late; absent when nothing was
 * @param campaignId the campaign that it is part of; absent for a task given by hand
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
        @Nullable List<Late> lateWork,
        @Nullable CampaignId campaignId,
        @Nullable Boolean generated,
        long version) {

    /**
     * What somebody did for it offline, and told when it was closed already, or somebody else's.
     *
     * @param reportedAt by the phone's clock, which may be wrong
     */
    @Schema(name = "LateWork")
    record Late(MemberId by, TaskAction action, @Nullable OffsetDateTime reportedAt, Instant receivedAt) {}

    /** Tasks that were made together. */
    record Many(List<TaskResponse> items) {}
}
