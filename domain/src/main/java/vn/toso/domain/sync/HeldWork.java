package vn.toso.domain.sync;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.MutationId;
import vn.toso.domain.storage.Revision;

/**
 * Work that a phone sent and the server did not carry out, with its full content.
 *
 * @param id the mutation's
 * @param hamletId the hamlet that the work concerns; where that isn't known a hamlet of the sender; null when the sender
 *     has none either
 * @param memberId who sent it
 * @param kind as sent: {@code visit.record}
 * @param body JSON as sent, but for numbers that are never kept; of what could not even be told apart into its parts the
 *     whole of it
 * @param at when the work was done, by the phone's clock
 * @param verdict {@code REJECTED} or {@code QUARANTINED}
 * @param problem why
 * @param resolvedBy who accepted or rejected it; null while it is pending
 * @param reason of the rejection; null otherwise
 */
public record HeldWork(
        @BsonId MutationId id,
        Revision revision,
        @Nullable AreaId hamletId,
        MemberId memberId,
        UUID deviceId,
        String kind,
        String body,
        @Nullable OffsetDateTime at,
        @Nullable Long baseVersion,
        Verdict verdict,
        Refusal problem,
        State state,
        Instant receivedAt,
        @Nullable MemberId resolvedBy,
        @Nullable Instant resolvedAt,
        @Nullable String reason)
        implements Versioned<HeldWork> {

    /** Where it stands. */
    public enum State {
        PENDING,
        ACCEPTED,
        REJECTED
    }

    static HeldWork of(Mutation mutation, Receipt receipt, @Nullable AreaId hamlet) {
        return new HeldWork(
                mutation.id(),
                Revision.NONE,
                hamlet,
                receipt.member(),
                receipt.device(),
                KeptContent.ofText(mutation.kind()),
                KeptContent.ofJson(mutation.body()),
                mutation.at(),
                mutation.baseVersion(),
                receipt.verdict(),
                Objects.requireNonNull(receipt.problem()),
                State.PENDING,
                receipt.receivedAt(),
                null,
                null,
                null);
    }

    /** What stands in the place of content about somebody who was erased. */
    public static final String FORGOTTEN = "{\"erased\":true}";

    private static final String WHY_FORGOTTEN = "Nội dung đã xoá theo yêu cầu của người dân.";

    /** The same work without its content, and without what a leader said of it; nobody can accept it any more. */
    HeldWork erased(Instant now) {
        return forgotten(now, null);
    }

    /** The same work without its content; nobody can accept it any more. */
    HeldWork forgotten(Instant now) {
        return forgotten(now, reason);
    }

    private HeldWork forgotten(Instant now, @Nullable String why) {
        boolean pending = state == State.PENDING;
        HeldWork decided = pending
                ? resolved(State.REJECTED, Actor.SYSTEM.memberId(), now.truncatedTo(ChronoUnit.MILLIS), WHY_FORGOTTEN)
                : this;
        return new HeldWork(
                id,
                revision,
                hamletId,
                memberId,
                deviceId,
                kind,
                FORGOTTEN,
                at,
                baseVersion,
                verdict,
                problem,
                decided.state,
                receivedAt,
                decided.resolvedBy,
                decided.resolvedAt,
                pending ? WHY_FORGOTTEN : why);
    }

    HeldWork resolved(State next, MemberId by, Instant when, @Nullable String why) {
        return new HeldWork(
                id,
                revision,
                hamletId,
                memberId,
                deviceId,
                kind,
                body,
                at,
                baseVersion,
                verdict,
                problem,
                next,
                receivedAt,
                by,
                when,
                why);
    }

    @Override
    public MutationId key() {
        return id;
    }

    /** None: its sender, who is to hear what became of it, may have no part in the hamlet that it concerns. */
    @Override
    public @Nullable AreaId hamlet() {
        return null;
    }

    /** Where the sender's own phones listen, whichever hamlet the work belongs to: to them every state of it is told. */
    static AreaId listeningPlace(MemberId member) {
        return PersonalShelf.placeOf(member);
    }

    @Override
    public AreaId leftHamlet() {
        return listeningPlace(memberId);
    }

    @Override
    public HeldWork revised(Revision next) {
        return new HeldWork(
                id,
                next,
                hamletId,
                memberId,
                deviceId,
                kind,
                body,
                at,
                baseVersion,
                verdict,
                problem,
                state,
                receivedAt,
                resolvedBy,
                resolvedAt,
                reason);
    }
}
