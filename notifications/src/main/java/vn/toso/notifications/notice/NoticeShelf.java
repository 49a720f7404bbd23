package vn.toso.notifications.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import vn.toso.domain.access.Actor;
import vn.toso.domain.sync.PersonalShelf;

/** Notices in pull: a phone without push has them all the same. */
public final class NoticeShelf implements PersonalShelf {

    private final Notices notices;

    public NoticeShelf(Notices notices) {
        this.notices = notices;
    }

    @Override
    public String kind() {
        return Notices.KIND;
    }

    @Override
    public Flux<Notice> present(Actor actor, Instant since, Collection<UUID> ids) {
        return notices.carried(actor, since, ids);
    }

    @Override
    public Flux<UUID> lost(Actor actor, Collection<UUID> absent) {
        return notices.ownAmong(actor, absent).map(notice -> notice.id().value());
    }

    @Override
    public Flux<Notice> page(Actor actor, Instant since, @Nullable UUID after, int limit) {
        return notices.carried(actor, since, after, limit);
    }
}
