package vn.toso.domain.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.storage.Revision;

/**
 * A piece of work that somebody gave to a member or a team.
 *
 * @param hamletId where it is to be done
 * @param householdId null when it is about the whole hamlet
 * @param services what is wanted; empty when the visit itself is
 * @param assigneeId who does it; null while a team's task is unclaimed
 * @param teamId whose members may claim it; null for a task given to one member
 * @param assignedAt when it was given, or given anew
 * @param claimedUntil until when a claim holds if nobody works on it; null when not claimed
 * @param due last day, in Asia/Ho_Chi_Minh; null when open-ended
 * @param reason why it was declined or cancelled; null otherwise
 * @param completedAt when it was done; null while it isn't
 * @param completedByVisit the visit that completed it; null when a person did
 */
public record Task(
        @BsonId TaskId id,
        Revision revision,
        TaskKind kind,
        AreaId hamletId,
        @Nullable HouseholdId householdId,
        List<String> services,
        @Nullable MemberId assigneeId,
        @Nullable TeamId teamId,
        MemberId assignedBy,
        Instant assignedAt,
        @Nullable Instant claimedUntil,
        Priority priority,
        @Nullable LocalDate due,
        @Nullable String note,
        TaskState state,
        @Nullable String reason,
        @Nullable Instant completedAt,
        @Nullable VisitId completedByVisit,
        boolean generated)
        implements Versioned<Task> {

    @Override
    public TaskId key() {
        return id;
    }

    @Override
    public AreaId hamlet() {
        return hamletId;
    }

    @Override
    public Task revised(Revision next) {
        return new Task(
                id,
                next,
                kind,
                hamletId,
                householdId,
                services,
                assigneeId,
                teamId,
                assignedBy,
                assignedAt,
                claimedUntil,
                priority,
                due,
                note,
                state,
                reason,
                completedAt,
                completedByVisit,
                generated);
    }
}
