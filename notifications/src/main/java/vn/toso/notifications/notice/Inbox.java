package vn.toso.notifications.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.Amendment;
import vn.toso.domain.id.NoticeId;
import vn.toso.domain.storage.Page;
import vn.toso.domain.storage.PageToken;
import vn.toso.notifications.notice.Notice.State;

/** What somebody was told: the truth, of which pushes are hints. */
public final class Inbox {

    private final Notices notices;
    private final Amendment<Notice> amendment;
    private final Clock clock;

    public Inbox(Notices notices, Clock clock) {
        this.notices = notices;
        this.amendment = new Amendment<>(notices.collection());
        this.clock = clock;
    }

    /**
     * The actor's own notices: unread ones first, of these and of the others the latest first.
     *
     * @param limit how many, 1 to {@link Page#LARGEST}
     * @param after token of the page before; null for the first
     */
    public Mono<Page<Notice>> page(Actor actor, int limit, @Nullable String after) {
        return Mono.defer(() -> {
                    PageToken.checkLimit(limit);
                    Start start = Start.of(after);
                    return start.state() == State.UNREAD
                            ? unreadAndRead(actor, start, limit + 1)
                            : request(actor, State.READ, start.key(), limit + 1);
                })
                .map(found -> Page.of(found, limit, last -> PageToken.of(last.state(), last.at(), last.id())));
    }

    private Mono<List<Notice>> unreadAndRead(Actor actor, Start start, int howMany) {
        return request(actor, State.UNREAD, start.key(), howMany)
                .flatMap(unread -> unread.size() == howMany
                        ? Mono.just(unread)
                        : request(actor, State.READ, null, howMany - unread.size())
                                .map(read -> Stream.concat(unread.stream(), read.stream())
                                        .toList()));
    }

    private Mono<List<Notice>> request(Actor actor, State state, Notices.@Nullable Key behind, int howMany) {
        return notices.latest(actor, state, behind, howMany).collectList();
    }

    /** Marks one as read; again it changes nothing. Somebody else's, or one that was taken back, is {@code not-found}. */
    public Mono<Notice> read(Actor actor, NoticeId id) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return amendment.make(
                actor, notices.get(actor, id), null, notice -> notice.isUnread() ? notice.readAt(now) : notice);
    }

    /** Where a page begins. */
    private record Start(State state, Notices.@Nullable Key key) {

        static Start of(@Nullable String token) {
            if (token == null) {
                return new Start(State.UNREAD, null);
            }
            List<String> parts = PageToken.parts(token, 3);
            try {
                Notices.Key key = new Notices.Key(Instant.parse(parts.get(1)), PageToken.uuid(parts.get(2)));
                return new Start(parts.get(0).equals(State.UNREAD.name()) ? State.UNREAD : State.READ, key);
            } catch (DateTimeParseException notOurs) {
                throw PageToken.foreign();
            }
        }
    }
}
