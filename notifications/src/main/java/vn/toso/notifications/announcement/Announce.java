package vn.toso.notifications.announcement;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.Amendment;
import vn.toso.domain.change.DuplicateDocument;
import vn.toso.domain.id.AnnouncementId;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.team.Members;
import vn.toso.domain.text.Wording;
import vn.toso.notifications.announcement.Announcement.State;
import vn.toso.notifications.notice.NoticeText;

/** Says something to everybody at home in an area, or takes it back. The work itself follows ({@link FanOut}). */
public final class Announce {

    static final int LONGEST_TITLE = 120;
    static final int LONGEST_TEXT = 2_000;

    /**
     * What is said to whom.
     *
     * @param id chosen by the caller, so that a repeat is known as one; null lets the server choose
     */
    public record Command(
            @Nullable AnnouncementId id,
            AreaId areaId,
            @Nullable String title,
            @Nullable String text,
            boolean urgent) {}

    /** @param first false when the same request was carried out before */
    public record Announced(Announcement announcement, boolean first) {}

    private final Announcements announcements;
    private final Amendment<Announcement> amendment;
    private final Members members;
    private final AreaTrees trees;
    private final Clock clock;
    private final IdSource ids;

    public Announce(Announcements announcements, Members members, AreaTrees trees, Clock clock, IdSource ids) {
        this.announcements = announcements;
        this.amendment = new Amendment<>(announcements.collection());
        this.members = members;
        this.trees = trees;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Emits it as stored, on its way. {@code invalid} at {@code /areaId} for an area out of scope or without a place today,
     * {@code conflict} when the id stands for something else.
     */
    public Mono<Announced> say(Actor actor, Command command) {
        return Mono.fromSupplier(() -> checked(actor, command))
                .flatMap(text -> members.countActive(Audience.of(trees.current(), command.areaId(), Days.today(clock)))
                        .map(count -> announcement(actor, command, text, count)))
                .flatMap(said -> inserted(actor, said));
    }

    private NoticeText checked(Actor actor, Command command) {
        actor.require(Permission.ANNOUNCE);
        if (command.urgent()) {
            actor.require(Permission.ANNOUNCE_URGENTLY);
        }
        FieldErrors errors = new FieldErrors();
        errors.check(isThere(actor, command.areaId()), "/areaId", "unknown-area");
        String title = Wording.text(command.title(), "/title", LONGEST_TITLE, errors);
        String text = Wording.text(command.text(), "/text", LONGEST_TEXT, errors);
        errors.require(title, "/title");
        errors.require(text, "/text");
        errors.throwIfAny();
        return new NoticeText(Objects.requireNonNull(title), Objects.requireNonNull(text));
    }

    private boolean isThere(Actor actor, AreaId id) {
        return actor.scope().hasArea(id)
                && trees.current()
                        .find(id)
                        .filter((Area area) -> area.existsOn(Days.today(clock)))
                        .isPresent();
    }

    private Announcement announcement(Actor actor, Command command, NoticeText text, long recipients) {
        AnnouncementId id = command.id() == null ? new AnnouncementId(ids.next()) : command.id();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Announcement.of(id, command.areaId(), text, command.urgent(), actor.memberId(), now, recipients);
    }

    private Mono<Announced> inserted(Actor actor, Announcement said) {
        return announcements
                .collection()
                .insert(actor, said)
                .map(stored -> new Announced(stored, true))
                .onErrorResume(DuplicateDocument.class, taken -> repeated(said));
    }

    private Mono<Announced> repeated(Announcement said) {
        return announcements
                .collection()
                .find(said.id())
                .filter(stored -> stored.isSame(said.areaId(), said.text(), said.urgent(), said.by()))
                .flatMap(announcements.collection()::ensureLogged)
                .map(stored -> new Announced(stored, false))
                .switchIfEmpty(Mono.error(() -> Problem.of(ProblemCode.CONFLICT, "conflict.announcement-exists")));
    }

    /**
     * Stops it where it is; those who have not read it lose it. Again it changes nothing. {@code not-found} out of scope.
     *
     * @param expected the version that the caller saw; null for any
     */
    public Mono<Announcement> cancel(Actor actor, AnnouncementId id, @Nullable Long expected) {
        return amendment.make(
                actor,
                announcements.get(actor, id),
                expected,
                said -> isOver(said) ? said : said.cancelling(actor.memberId()));
    }

    private static boolean isOver(Announcement said) {
        return said.state() == State.CANCELLING || said.state() == State.CANCELLED;
    }
}
