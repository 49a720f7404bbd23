package vn.toso.notifications.notice;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.IndexModel;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.id.NoticeId;
import vn.toso.domain.storage.Store;

/** The notices, and every statement about them. */
public final class Notices {

    /** The word for a notice in the change log and in pull. */
    public static final String KIND = "notice";

    private static final List<IndexModel> INDEXES = List.of(
            new IndexModel(compoundIndex(ascending("recipient", "state"), descending("at", "_id"))),
            new IndexModel(ascending("recipient", "_id")),
            new IndexModel(ascending("subject", "kind", "state", "_id")));

    private final LoggedCollection<Notice> notices;

    public Notices(Store store, ChangeLog log, Clock clock) {
        this.notices = new LoggedCollection<>(store, log, clock, KIND, "notices", Notice.class, INDEXES);
    }

    /** For those who read or write notices without deciding anything. */
    public LoggedCollection<Notice> collection() {
        return notices;
    }

    /** Writes those that are not there yet, in one statement; emits these. Making the same again makes nothing. */
    public Flux<Notice> insertNew(List<Notice> made) {
        Map<NoticeId, Notice> distinct = new LinkedHashMap<>();
        made.forEach(notice -> distinct.putIfAbsent(notice.id(), notice));
        return notices.insertAll(Actor.SYSTEM, List.copyOf(distinct.values()));
    }

    /** In no particular order; ids without a notice are left out. */
    public Flux<Notice> findAll(Collection<NoticeId> ids) {
        return notices.findAll(List.copyOf(ids));
    }
}
