package vn.toso.notifications.announcement;

import java.time.Instant;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.AnnouncementId;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.storage.Revision;
import vn.toso.notifications.notice.NoticeText;

/**
 * Something that is told to everybody at home in an area.
 *
 * @param urgent whether it may ring at night
 * @param by who said it
 * @param recipients how many it is for: as counted when it was said, and exactly once all have it
 * @param made how many of them have it
 * @param reached the last one who has it, members going by id; null before the first
 * @param endedAt when all had it, or when it was taken back wholly; null until then
 */
public record Announcement(
        @BsonId AnnouncementId id,
        Revision revision,
        AreaId areaId,
        NoticeText text,
        boolean urgent,
        MemberId by,
        Instant at,
        State state,
        long recipients,
        long made,
        @Nullable MemberId reached,
        @Nullable MemberId cancelledBy,
        @Nullable Instant endedAt)
        implements Versioned<Announcement> {

    /** Where it stands. */
    public enum State {
        /** It goes out, page by page. */
        SENDING,
        /** Everybody has it. */
        SENT,
        /** It goes no further, and is taken back from those who have not read it. */
        CANCELLING,
        CANCELLED
    }

    static Announcement of(
            AnnouncementId id, AreaId area, NoticeText text, boolean urgent, MemberId by, Instant at, long recipients) {
        return new Announcement(
                id, Revision.NONE, area, text, urgent, by, at, State.SENDING, recipients, 0, null, null, null);
    }

    UUID subject() {
        return id.value();
    }

    /** Whether it says the same to the same people. */
    boolean isSame(AreaId area, NoticeText words, boolean rings, MemberId speaker) {
        return areaId.equals(area) && text.equals(words) && urgent == rings && by.equals(speaker);
    }

    Announcement reached(long more, MemberId last) {
        return with(revision, state, recipients, made + more, last, cancelledBy, endedAt);
    }

    Announcement sent(long more, Instant when) {
        return with(revision, State.SENT, made + more, made + more, reached, cancelledBy, when);
    }

    Announcement cancelling(MemberId who) {
        return with(revision, State.CANCELLING, recipients, made, reached, who, null);
    }

    Announcement cancelled(Instant when) {
        return with(revision, State.CANCELLED, recipients, made, reached, cancelledBy, when);
    }

    @Override
    public AnnouncementId key() {
        return id;
    }

    @Override
    public @Nullable AreaId hamlet() {
        return null;
    }

    @Override
    public Announcement revised(Revision next) {
        return with(next, state, recipients, made, reached, cancelledBy, endedAt);
    }

    private Announcement with(
            Revision version,
            State next,
            long all,
            long done,
            @Nullable MemberId last,
            @Nullable MemberId canceller,
            @Nullable Instant ended) {
        return new Announcement(id, version, areaId, text, urgent, by, at, next, all, done, last, canceller, ended);
    }
}
