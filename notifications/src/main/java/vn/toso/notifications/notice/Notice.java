package vn.toso.notifications.notice;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.NoticeId;
import vn.toso.domain.storage.Revision;

/**
 * Something that one member is told.
 *
 * @param recipient whom alone it is for
 * @param subject the task, campaign, mutation, announcement or area that it is about
 * @param facts what its wording needs: ids, counts, dates, names of areas; never a name, phone or address of a citizen
 * @param text what somebody wrote, for an announcement; null for all others, which {@link NoticeTexts} words
 * @param urgent whether it may ring at night
 * @param at when what it tells happened
 * @param readAt when the recipient read it; null while unread
 */
public record Notice(
        @BsonId NoticeId id,
        Revision revision,
        MemberId recipient,
        NoticeKind kind,
        UUID subject,
        Map<String, String> facts,
        @Nullable NoticeText text,
        boolean urgent,
        Instant at,
        State state,
        @Nullable Instant readAt)
        implements Versioned<Notice> {

    /** Where it stands in the recipient's inbox. */
    public enum State {
        UNREAD,
        READ,
        /** Taken back before it was read: no inbox shows it, and phones drop it. */
        WITHDRAWN
    }

    public Notice {
        facts = Map.copyOf(facts);
    }

    /**
     * A notice that nobody has read.
     *
     * @param occasion tells it from other notices of this kind and subject to this recipient: the same occasion gives the
     *     same id, so it is made once
     */
    public static Notice of(
            MemberId recipient,
            NoticeKind kind,
            UUID subject,
            String occasion,
            Map<String, String> facts,
            boolean urgent,
            Instant at) {
        return new Notice(
                NoticeId.of(kind + ":" + subject + ":" + occasion + ":" + recipient),
                Revision.NONE,
                recipient,
                kind,
                subject,
                facts,
                null,
                urgent,
                at,
                State.UNREAD,
                null);
    }

    public boolean isUnread() {
        return state == State.UNREAD;
    }

    /** The same notice in somebody's own words. */
    public Notice saying(NoticeText words) {
        return new Notice(id, revision, recipient, kind, subject, facts, words, urgent, at, state, readAt);
    }

    Notice readAt(Instant when) {
        return standing(State.READ, when);
    }

    Notice withdrawn() {
        return standing(State.WITHDRAWN, readAt);
    }

    private Notice standing(State next, @Nullable Instant read) {
        return new Notice(id, revision, recipient, kind, subject, facts, text, urgent, at, next, read);
    }

    @Override
    public NoticeId key() {
        return id;
    }

    /** Where the recipient's own phones listen. */
    @Override
    public AreaId hamlet() {
        return new AreaId(recipient.value());
    }

    @Override
    public Notice revised(Revision next) {
        return new Notice(id, next, recipient, kind, subject, facts, text, urgent, at, state, readAt);
    }
}
