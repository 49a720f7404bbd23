package vn.toso.domain.task;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.CampaignId;
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
 * @param formerAssignees who had it before, the latest last
 * @param lateWork what was done for it and told too late
 * @param campaignId the campaign that it is part of; null for a task that somebody gave by hand
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
        List<MemberId> formerAssignees,
        List<LateWork> lateWork,
        @Nullable CampaignId campaignId,
        boolean generated)
        implements Versioned<Task> {

    /** How long a claim holds while nobody starts the work. */
    public static final Duration CLAIM = Duration.ofDays(3);

    private static final int MOST_REMEMBERED = 20;

    /** Older documents know nobody before and nothing late. */
    public Task {
        services = List.copyOf(services);
        formerAssignees = orNone(formerAssignees);
        lateWork = orNone(lateWork);
    }

    /** Given by hand; nobody had it before, and nothing was told too late. */
    public Task(
            TaskId id,
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
            boolean generated) {
        this(
                id,
                revision,
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
                List.of(),
                List.of(),
                null,
                generated);
    }

    /** The same task, as a part of a campaign. */
    public Task within(CampaignId campaign) {
        return with(revision, lateWork, campaign);
    }

    private static <T> List<T> orNone(@Nullable List<T> onFile) {
        return onFile == null ? List.of() : List.copyOf(onFile);
    }

    /** Whether it is or was somebody's. */
    boolean wasEverOf(MemberId member) {
        return member.equals(assigneeId) || formerAssignees.contains(member);
    }

    /** The same task, with what was told too late; told again it is not noted twice. */
    Task noting(LateWork late) {
        if (lateWork.size() >= MOST_REMEMBERED || lateWork.stream().anyMatch(late::isSame)) {
            return this;
        }
        return with(revision, Stream.concat(lateWork.stream(), Stream.of(late)).toList(), campaignId);
    }

    /** Those who had it before, when it goes to this one. */
    private List<MemberId> formerWhen(@Nullable MemberId next) {
        if (assigneeId == null || assigneeId.equals(next)) {
            return formerAssignees;
        }
        List<MemberId> former = Stream.concat(
                        formerAssignees.stream().filter(member -> !member.equals(assigneeId)), Stream.of(assigneeId))
                .toList();
        return former.subList(Math.max(0, former.size() - MOST_REMEMBERED), former.size());
    }

    /**
     * The task as it reads at a moment: a claim that ran out before the work was started is none any more, without
     * anybody writing that down.
     */
    public Task asOf(Instant now) {
        boolean unstarted = state == TaskState.ASSIGNED || state == TaskState.ACCEPTED;
        boolean lapsed = unstarted && claimedUntil != null && !now.isBefore(claimedUntil);
        return lapsed ? standing(TaskState.ASSIGNED, null, null, reason) : this;
    }

    /** Whether the last day has passed and the work isn't done. */
    public boolean isOverdue(LocalDate today) {
        return due != null && state.isOpen() && today.isAfter(due);
    }

    /** Whether it was done after its last day; false while it isn't done. */
    public boolean isLate() {
        return due != null && completedAt != null && Days.of(completedAt).isAfter(due);
    }

    Task accepted() {
        return standing(TaskState.ACCEPTED, assigneeId, claimedUntil, null);
    }

    /** Whoever works on it keeps it: the claim's end is gone. */
    Task started() {
        return standing(TaskState.IN_PROGRESS, assigneeId, null, null);
    }

    Task declined(String why) {
        return standing(TaskState.DECLINED, assigneeId, null, why);
    }

    Task cancelled(String why) {
        return standing(TaskState.CANCELLED, assigneeId, null, why);
    }

    Task claimedBy(MemberId member, Instant now) {
        return standing(TaskState.ACCEPTED, member, now.plus(CLAIM), null);
    }

    /** @param visit the visit that did it; null when a person says so */
    Task completed(Instant at, @Nullable VisitId visit) {
        return with(TaskState.DONE, assigneeId, teamId, assignedAt, null, null, at, visit);
    }

    /** The visit that completed it counts no longer. */
    Task reopened() {
        return standing(TaskState.ASSIGNED, assigneeId, null, null);
    }

    Task givenTo(@Nullable MemberId member, @Nullable TeamId team, Instant at) {
        return with(TaskState.ASSIGNED, member, team, at, null, null, null, null);
    }

    private Task standing(TaskState next, @Nullable MemberId assignee, @Nullable Instant claim, @Nullable String why) {
        return with(next, assignee, teamId, assignedAt, claim, why, null, null);
    }

    private Task with(
            TaskState next,
            @Nullable MemberId assignee,
            @Nullable TeamId team,
            Instant given,
            @Nullable Instant claim,
            @Nullable String why,
            @Nullable Instant done,
            @Nullable VisitId doneBy) {
        return new Task(
                id,
                revision,
                kind,
                hamletId,
                householdId,
                services,
                assignee,
                team,
                assignedBy,
                given,
                claim,
                priority,
                due,
                note,
                next,
                why,
                done,
                doneBy,
                formerWhen(assignee),
                lateWork,
                campaignId,
                generated);
    }

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
        return with(next, lateWork, campaignId);
    }

    private Task with(Revision version, List<LateWork> late, @Nullable CampaignId campaign) {
        return new Task(
                id,
                version,
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
                formerAssignees,
                late,
                campaign,
                generated);
    }
}
