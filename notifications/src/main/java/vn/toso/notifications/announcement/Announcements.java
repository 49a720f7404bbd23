package vn.toso.notifications.announcement;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.id.AnnouncementId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.storage.Page;
import vn.toso.domain.storage.PageToken;
import vn.toso.domain.storage.Store;
import vn.toso.notifications.announcement.Announcement.State;

/** The announcements, and every statement about them. Who may announce sees those to areas of the scope. */
public final class Announcements {

    private static final List<IndexModel> INDEXES = List.of(
            new IndexModel(Indexes.ascending("state")),
            new IndexModel(Indexes.compoundIndex(Indexes.ascending("areaId"), Indexes.descending("_id"))));

    private final LoggedCollection<Announcement> announcements;

    public Announcements(Store store, ChangeLog log, Clock clock) {
        this.announcements =
                new LoggedCollection<>(store, log, clock, "announcement", "announcements", Announcement.class, INDEXES);
    }

    LoggedCollection<Announcement> collection() {
        return announcements;
    }

    /** One to an area of the actor's scope, else {@code not-found}. */
    public Mono<Announcement> get(Actor actor, AnnouncementId id) {
        return Mono.fromRunnable(() -> actor.require(Permission.ANNOUNCE))
                .then(Mono.from(announcements
                        .documents()
                        .find(and(eq("_id", id), visible(actor)))
                        .first()))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("announcement")));
    }

    /**
     * Those to areas of the actor's scope, the latest first.
     *
     * @param limit how many, 1 to {@link Page#LARGEST}
     * @param after token of the page before; null for the first
     */
    public Mono<Page<Announcement>> page(Actor actor, int limit, @Nullable String after) {
        return Mono.defer(() -> {
                    actor.require(Permission.ANNOUNCE);
                    PageToken.checkLimit(limit);
                    return request(actor, limit + 1, after);
                })
                .map(found -> Page.of(found, limit, last -> PageToken.of(last.id())));
    }

    private Mono<List<Announcement>> request(Actor actor, int howMany, @Nullable String after) {
        Bson rest = after == null
                ? Filters.empty()
                : lt("_id", PageToken.uuid(PageToken.parts(after, 1).get(0)));
        return Flux.from(announcements
                        .documents()
                        .find(and(visible(actor), rest))
                        .sort(descending("_id"))
                        .limit(howMany))
                .collectList();
    }

    /** Those that are under way; few. */
    Flux<Announcement> atWork() {
        return Flux.from(announcements.documents().find(in("state", State.SENDING, State.CANCELLING)));
    }

    private static Bson visible(Actor actor) {
        return actor.scope().everything()
                ? Filters.empty()
                : in("areaId", actor.scope().areas());
    }
}
