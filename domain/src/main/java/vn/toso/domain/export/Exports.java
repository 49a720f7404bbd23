package vn.toso.domain.export;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.FindPublisher;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.storage.Page;
import vn.toso.domain.storage.PageToken;
import vn.toso.domain.storage.Store;

/** What was exported by whom. Ids come in the order of time, so they are the order of lists too. */
public final class Exports {

    private static final List<IndexModel> INDEXES =
            List.of(new IndexModel(Indexes.compoundIndex(Indexes.ascending("memberId"), Indexes.descending("_id"))));

    private final LoggedCollection<Export> exports;

    public Exports(Store store, ChangeLog log, Clock clock) {
        this.exports = new LoggedCollection<>(store, log, clock, "export", "exports", Export.class, INDEXES);
    }

    public LoggedCollection<Export> collection() {
        return exports;
    }

    /**
     * The actor's own exports, the latest first.
     *
     * @param limit how many, 1 to {@link Page#LARGEST}
     * @param after token of the page before; null for the first
     */
    public Mono<Page<Export>> ofActor(Actor actor, int limit, @Nullable String after) {
        return Mono.defer(() -> {
                    actor.require(Permission.EXPORT_DATA);
                    PageToken.checkLimit(limit);
                    return Flux.from(statement(actor, limit + 1, after)).collectList();
                })
                .map(found -> Page.of(found, limit, last -> PageToken.of(last.id())));
    }

    /** Those with names of people since a moment, in no particular order; for who answers for everybody's data. */
    public Flux<Export> personalSince(Instant moment) {
        return Flux.from(exports.documents().find(and(eq("filter.personal", true), gte("startedAt", moment))));
    }

    FindPublisher<Export> statement(Actor actor, int howMany, @Nullable String after) {
        Bson own = eq("memberId", actor.memberId());
        Bson which = after == null
                ? own
                : and(own, lt("_id", PageToken.uuid(PageToken.parts(after, 1).get(0))));
        return exports.documents().find(which).sort(descending("_id")).limit(howMany);
    }
}
