package vn.toso.domain.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Predicate;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.household.Location;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.storage.Revision;

/**
 * A visit to a household, or a session in a hamlet. It is never edited: a correction is a new visit that supersedes it,
 * or a void with a reason.
 *
 * @param hamletId the hamlet of the household when the visit was recorded
 * @param householdId null for a session in the hamlet
 * @param members who visited, the one who recorded first
 * @param occurredAt when it took place, in whole milliseconds: the device's time, but never later than {@code receivedAt}
 * @param reportedAt the device's time as sent, with its offset
 * @param receivedAt the server's time
 * @param skewed whether the device's clock was more than ten minutes ahead, or before the programme's first year
 * @param taskId the task it was made for; null when none
 * @param supersedes the visit that it corrects; null when none
 * @param voided why it does not count any more; null while it does
 * @param monthFrozenAt when the month in which it occurred was frozen, for a visit that was received after that: it
 *     counts, as a correction; null for every other visit
 */
public record Visit(
        @BsonId VisitId id,
        Revision revision,
        AreaId hamletId,
        @Nullable HouseholdId householdId,
        List<MemberId> members,
        Instant occurredAt,
        OffsetDateTime reportedAt,
        Instant receivedAt,
        boolean skewed,
        @Nullable Integer durationMinutes,
        @Nullable Location location,
        List<Activity> activities,
        @Nullable String note,
        @Nullable TaskId taskId,
        @Nullable VisitId supersedes,
        @Nullable Voided voided,
        @Nullable Instant monthFrozenAt,
        boolean generated)
        implements Versioned<Visit> {

    public record Voided(String reason, MemberId by, Instant at) {}

    public Visit {
        members = List.copyOf(members);
        activities = List.copyOf(activities);
    }

    /** Received while its month was open. */
    public Visit(
            VisitId id,
            Revision revision,
            AreaId hamletId,
            @Nullable HouseholdId householdId,
            List<MemberId> members,
            Instant occurredAt,
            OffsetDateTime reportedAt,
            Instant receivedAt,
            boolean skewed,
            @Nullable Integer durationMinutes,
            @Nullable Location location,
            List<Activity> activities,
            @Nullable String note,
            @Nullable TaskId taskId,
            @Nullable VisitId supersedes,
            @Nullable Voided voided,
            boolean generated) {
        this(
                id,
                revision,
                hamletId,
                householdId,
                members,
                occurredAt,
                reportedAt,
                receivedAt,
                skewed,
                durationMinutes,
                location,
                activities,
                note,
                taskId,
                supersedes,
                voided,
                null,
                generated);
    }

    /** The day on which it occurred, in Asia/Ho_Chi_Minh. */
    public LocalDate day() {
        return Days.of(occurredAt);
    }

    /** Whether anybody was there: a visit that found everybody absent doesn't make the household a visited one. */
    public boolean metSomebody() {
        return activities.stream().anyMatch(activity -> activity.outcome() != Outcome.ABSENT);
    }

    /** The same visit, which counts no longer. */
    public Visit voided(Voided why) {
        return with(revision, why, monthFrozenAt);
    }

    /**
     * The same visit without a word about somebody: what was done for them stays, but not for whom.
     *
     * @param tells whether a text is about them
     */
    Visit forgetting(ResidentId person, Predicate<String> tells) {
        boolean named = activities.stream().anyMatch(activity -> person.equals(activity.residentId()));
        boolean noted = note != null && (named || tells.test(note));
        Voided why = voided != null && tells.test(voided.reason()) ? new Voided("", voided.by(), voided.at()) : voided;
        List<Activity> kept = activities.stream()
                .map(activity -> activity.forgetting(person, tells))
                .toList();
        return new Visit(
                id,
                revision,
                hamletId,
                householdId,
                members,
                occurredAt,
                reportedAt,
                receivedAt,
                skewed,
                durationMinutes,
                location,
                kept,
                noted ? null : note,
                taskId,
                supersedes,
                why,
                monthFrozenAt,
                generated);
    }

    /** The same visit, received when its month was frozen already. */
    Visit afterFreeze(Instant frozenAt) {
        return with(revision, voided, frozenAt);
    }

    @Override
    public VisitId key() {
        return id;
    }

    @Override
    public AreaId hamlet() {
        return hamletId;
    }

    @Override
    public Visit revised(Revision next) {
        return with(next, voided, monthFrozenAt);
    }

    private Visit with(Revision version, @Nullable Voided why, @Nullable Instant frozenAt) {
        return new Visit(
                id,
                version,
                hamletId,
                householdId,
                members,
                occurredAt,
                reportedAt,
                receivedAt,
                skewed,
                durationMinutes,
                location,
                activities,
                note,
                taskId,
                supersedes,
                why,
                frozenAt,
                generated);
    }
}
