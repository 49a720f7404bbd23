package vn.toso.notifications.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.DeviceId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.NoticeId;
import vn.toso.domain.storage.Revision;
import vn.toso.notifications.device.Device;
import vn.toso.notifications.notice.Notice;
import vn.toso.notifications.notice.NoticeKind;

/**
 * One notice on its way to one phone; or a summary of several that were held.
 *
 * @param id notice and phone, so that replays make it once
 * @param notice what it tells; null for a summary
 * @param kind of the notice; null for a summary
 * @param subject of the notice; of a summary the phone
 * @param facts of the notice; of a summary for which morning
 * @param lane by which it goes out
 * @param dueAt when it may be claimed; while a node has it in hand, when its lease ends
 * @param claim of the node that has it in hand; null before the first
 * @param claimedOn the day, in Asia/Ho_Chi_Minh, on which it rang or is about to; null while it is held
 * @param heldUntil set when it was held for the morning: it is merged with what was held beside it
 * @param mergedInto the summary that stands for it; null unless it was merged
 * @param attempts how often it was tried in vain
 * @param reason why it failed, or was tried in vain last
 */
public record Push(
        @BsonId String id,
        @Nullable NoticeId notice,
        DeviceId device,
        MemberId member,
        @Nullable NoticeKind kind,
        UUID subject,
        Map<String, String> facts,
        boolean urgent,
        Lane lane,
        State state,
        Instant enqueuedAt,
        Instant dueAt,
        @Nullable UUID claim,
        @Nullable String claimedOn,
        @Nullable Instant heldUntil,
        @Nullable String mergedInto,
        int attempts,
        @Nullable String reason) {

    /** Where it stands. */
    public enum State {
        WAITING,
        SENT,
        /** A summary stands for it. */
        MERGED,
        /** It never goes: the phone is gone, the member is suspended, the notice was taken back. */
        DROPPED,
        /** It was tried for as long as it meant anything. */
        GIVEN_UP
    }

    private static final String HELD_UNTIL = "heldUntil";

    /** After that nobody needs to be told by ringing; the inbox still has it. */
    static final Duration LIFE = Duration.ofHours(24);

    static Push of(Notice notice, Device device, Instant now) {
        return waiting(
                notice.id() + ":" + device.id(),
                notice.id(),
                device.id(),
                notice.recipient(),
                notice.kind(),
                notice.subject(),
                notice.facts(),
                notice.urgent(),
                now);
    }

    /** A message that nobody sees, which asks a phone to pull: one in each period since it last synchronised. */
    static Push waking(Device device, Duration period, Instant now) {
        Instant synced = device.lastSyncAt();
        long periods = Duration.between(synced, now).toSeconds() / period.toSeconds();
        String id = "sync:" + device.id() + ":" + synced.getEpochSecond() + ":" + periods;
        NoticeKind kind = NoticeKind.SYNC_WANTED;
        UUID subject = device.id().value();
        return waiting(id, NoticeId.of(id), device.id(), device.memberId(), kind, subject, Map.of(), false, now);
    }

    static Push summary(DeviceId device, MemberId member, Instant heldUntil, Instant now) {
        Map<String, String> facts = Map.of(HELD_UNTIL, heldUntil.toString());
        return waiting(summaryId(device, heldUntil), null, device, member, null, device.value(), facts, false, now);
    }

    static String summaryId(DeviceId device, Instant heldUntil) {
        return "summary:" + device + ":" + heldUntil;
    }

    private static Push waiting(
            String id,
            @Nullable NoticeId notice,
            DeviceId device,
            MemberId member,
            @Nullable NoticeKind kind,
            UUID subject,
            Map<String, String> facts,
            boolean urgent,
            Instant now) {
        return new Push(
                id,
                notice,
                device,
                member,
                kind,
                subject,
                facts,
                urgent,
                Lane.of(kind, urgent),
                State.WAITING,
                now,
                now,
                null,
                null,
                null,
                null,
                0,
                null);
    }

    boolean isSummary() {
        return notice == null;
    }

    /** Until when that was held for which this summary stands. */
    Instant summedUpFrom() {
        return Instant.parse(facts.getOrDefault(HELD_UNTIL, ""));
    }

    boolean isSilent() {
        return kind != null && kind.isSilent();
    }

    boolean isHeld() {
        return heldUntil != null;
    }

    /** From when on it is given up. */
    Instant endsAt() {
        return enqueuedAt.plus(LIFE);
    }

    /** What it tells as a notice again, for its wording. */
    Notice told() {
        if (notice == null || kind == null) {
            throw new IllegalStateException("a summary tells no notice of its own");
        }
        return new Notice(
                notice,
                Revision.NONE,
                member,
                kind,
                subject,
                facts,
                null,
                urgent,
                enqueuedAt,
                Notice.State.UNREAD,
                null);
    }
}
