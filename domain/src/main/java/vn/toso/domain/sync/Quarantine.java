package vn.toso.domain.sync;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.FindPublisher;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.DuplicateDocument;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.id.MutationId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.storage.Page;
import vn.toso.domain.storage.PageToken;
import vn.toso.domain.storage.Store;
import vn.toso.domain.vault.Sealing;

/** Work that waits for a leader, and every statement about it. */
public final class Quarantine {

    private static final String NAME = "quarantine";

    /** The content, and what people write. */
    private static final Sealing SEALING = Sealing.of(NAME, "body", "reason");

    private static final List<IndexModel> INDEXES = List.of(
            new IndexModel(Indexes.compoundIndex(
                    Indexes.ascending("hamletId", "state"), Indexes.descending("receivedAt", "_id"))),
            new IndexModel(Indexes.compoundIndex(
                    Indexes.ascending("memberId", "state"), Indexes.descending("receivedAt", "_id"))),
            new IndexModel(Indexes.compoundIndex(Indexes.ascending("state"), Indexes.descending("receivedAt", "_id"))));

    private final LoggedCollection<HeldWork> held;

    public Quarantine(Store store, ChangeLog log, Clock clock) {
        this.held = new LoggedCollection<>(
                store, log, clock, NAME, NAME, store.collection(NAME, HeldWork.class, SEALING), INDEXES);
    }

    /** For those who read or write held work without deciding anything. */
    public LoggedCollection<HeldWork> collection() {
        return held;
    }

    /** All of it, in no particular order; for who answers for everybody's data. */
    public Flux<HeldWork> all() {
        return Flux.from(held.documents().find());
    }

    /** Keeps it; what is there already stays as it is. */
    Mono<HeldWork> hold(Actor actor, HeldWork work) {
        return held.insert(actor, work)
                .onErrorResume(
                        DuplicateDocument.class, taken -> held.find(work.id()).flatMap(held::ensureLogged));
    }

    /** What the actor sees: a member the own work, a leader all that concerns the scope. Else {@code not-found}. */
    public Mono<HeldWork> get(Actor actor, MutationId id) {
        return Mono.from(held.documents()
                        .find(and(eq("_id", id), visibleTo(actor)))
                        .first())
                .switchIfEmpty(Mono.error(() -> Problem.notFound("held-work")));
    }

    /**
     * What the actor sees, the latest first.
     *
     * @param state where it stands; null for all
     * @param limit how many, 1 to {@link Page#LARGEST}
     * @param after token of the page before; null for the first
     */
    public Mono<Page<HeldWork>> page(Actor actor, HeldWork.@Nullable State state, int limit, @Nullable String after) {
        return Mono.defer(() -> {
                    PageToken.checkLimit(limit);
                    return Flux.from(statement(actor, state, limit + 1, after)).collectList();
                })
                .map(found -> Page.of(found, limit, last -> PageToken.of(last.receivedAt(), last.id())));
    }

    FindPublisher<HeldWork> statement(
            Actor actor, HeldWork.@Nullable State state, int howMany, @Nullable String after) {
        return held.documents()
                .find(and(
                        visibleTo(actor),
                        state == null ? Filters.empty() : eq("state", state),
                        after == null ? Filters.empty() : behind(after)))
                .sort(descending("receivedAt", "_id"))
                .limit(howMany);
    }

    /** What the actor's phone carries, by id: what waits for a decision, and own work since a moment, decided or not. */
    Flux<HeldWork> carried(Actor actor, Instant since, @Nullable UUID after, int limit) {
        return Flux.from(statementOfCarried(actor, since, after, limit));
    }

    FindPublisher<HeldWork> statementOfCarried(Actor actor, Instant since, @Nullable UUID after, int limit) {
        Bson which = carried(actor, since);
        return held.documents()
                .find(after == null ? which : and(which, gt("_id", after)))
                .sort(ascending("_id"))
                .limit(limit);
    }

    /** Those of the named ones that the actor's phone carries, in no particular order. */
    Flux<HeldWork> carried(Actor actor, Instant since, Collection<MutationId> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : Flux.from(held.documents().find(and(in("_id", ids), carried(actor, since))));
    }

    private static Bson carried(Actor actor, Instant since) {
        Bson own = and(eq("memberId", actor.memberId()), gte("receivedAt", since));
        return or(and(eq("state", HeldWork.State.PENDING), visibleTo(actor)), own);
    }

    /** Own work for everybody, and for who reads the quarantine all that concerns the scope. */
    public static Bson visibleTo(Actor actor) {
        if (!Permission.READ_QUARANTINE.isGivenTo(actor.role())) {
            return eq("memberId", actor.memberId());
        }
        return actor.scope().everything()
                ? Filters.empty()
                : or(in("hamletId", actor.scope().hamlets()), eq("memberId", actor.memberId()));
    }

    private static Bson behind(String token) {
        List<String> parts = PageToken.parts(token, 2);
        try {
            Instant receivedAt = Instant.parse(parts.get(0));
            return or(
                    lt("receivedAt", receivedAt),
                    and(eq("receivedAt", receivedAt), lt("_id", PageToken.uuid(parts.get(1)))));
        } catch (DateTimeParseException notOurs) {
            throw PageToken.foreign();
        }
    }
}
