package vn.toso.domain.privacy;

import java.time.Instant;
import java.time.LocalDate;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.id.SubjectRequestId;
import vn.toso.domain.storage.Revision;

/**
 * What somebody asks about the own data.
 *
 * @param hamletId where the person lived when it was received
 * @param channel how it came: {@code at-door}, {@code paper}, {@code phone}
 * @param representative who asks for a child under 16, and by what right; null for who asks for themselves
 * @param receivedAt when the team heard of it
 * @param acknowledgeBy last day on which the person is to hear that it was received: 2 working days
 * @param dueOn last day on which it is to be done
 * @param extendedOn when it was extended, which can be done once; null when it wasn't
 * @param reason of the extension, or of the refusal
 */
public record SubjectRequest(
        @BsonId SubjectRequestId id,
        Revision revision,
        AreaId hamletId,
        HouseholdId householdId,
        ResidentId residentId,
        Kind kind,
        String channel,
        @Nullable String representative,
        @Nullable String note,
        MemberId receivedBy,
        Instant receivedAt,
        LocalDate acknowledgeBy,
        LocalDate dueOn,
        State state,
        @Nullable Instant acknowledgedAt,
        @Nullable LocalDate extendedOn,
        @Nullable String reason,
        @Nullable Instant closedAt,
        @Nullable MemberId closedBy)
        implements Versioned<SubjectRequest> {

    /** What is asked, with the days that NĐ 356/2025 gives for it. */
    public enum Kind {
        ACCESS(10),
        CORRECTION(10),
        WITHDRAWAL(15),
        ERASURE(20);

        private final int days;

        Kind(int days) {
            this.days = days;
        }

        public int days() {
            return days;
        }
    }

    /** Where it stands. */
    public enum State {
        RECEIVED,
        ACKNOWLEDGED,
        DONE,
        REFUSED;

        public boolean isOpen() {
            return this == RECEIVED || this == ACKNOWLEDGED;
        }
    }

    /** Whether the day by which something is to be done has passed, and it wasn't. */
    public boolean isOverdue(Instant now) {
        LocalDate today = Days.of(now);
        return state.isOpen() && (today.isAfter(dueOn) || (state == State.RECEIVED && today.isAfter(acknowledgeBy)));
    }

    SubjectRequest acknowledged(Instant now) {
        return with(State.ACKNOWLEDGED, now, dueOn, extendedOn, reason, null, null);
    }

    SubjectRequest extended(LocalDate today, LocalDate due, String why) {
        return with(state, acknowledgedAt, due, today, why, null, null);
    }

    SubjectRequest closed(State how, @Nullable String why, Instant now, MemberId by) {
        Instant seen = acknowledgedAt == null ? now : acknowledgedAt;
        return with(how, seen, dueOn, extendedOn, why == null ? reason : why, now, by);
    }

    /** The same without a word about the person. */
    SubjectRequest forgotten() {
        return new SubjectRequest(
                id,
                revision,
                hamletId,
                householdId,
                residentId,
                kind,
                channel,
                null,
                null,
                receivedBy,
                receivedAt,
                acknowledgeBy,
                dueOn,
                state,
                acknowledgedAt,
                extendedOn,
                null,
                closedAt,
                closedBy);
    }

    private SubjectRequest with(
            State next,
            @Nullable Instant heard,
            LocalDate due,
            @Nullable LocalDate extended,
            @Nullable String why,
            @Nullable Instant closed,
            @Nullable MemberId by) {
        return new SubjectRequest(
                id,
                revision,
                hamletId,
                householdId,
                residentId,
                kind,
                channel,
                representative,
                note,
                receivedBy,
                receivedAt,
                acknowledgeBy,
                due,
                next,
                heard,
                extended,
                why,
                closed,
                by);
    }

    @Override
    public SubjectRequestId key() {
        return id;
    }

    /** None: no phone holds it. */
    @Override
    public @Nullable AreaId hamlet() {
        return null;
    }

    @Override
    public SubjectRequest revised(Revision next) {
        return new SubjectRequest(
                id,
                next,
                hamletId,
                householdId,
                residentId,
                kind,
                channel,
                representative,
                note,
                receivedBy,
                receivedAt,
                acknowledgeBy,
                dueOn,
                state,
                acknowledgedAt,
                extendedOn,
                reason,
                closedAt,
                closedBy);
    }
}
