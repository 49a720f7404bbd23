package vn.toso.domain.privacy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.id.ErasureId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.storage.Store;
import vn.toso.domain.vault.Sealing;

/** The erasures, and every statement about them. */
public final class Erasures {

    private static final String NAME = "erasures";
    private static final Sealing SEALING = Sealing.of(NAME, "name", "basis");
    private static final List<IndexModel> INDEXES = List.of(
            new IndexModel(Indexes.ascending("finishedAt", "startedAt")),
            new IndexModel(Indexes.ascending("residentId")));

    public record Erased(@BsonId ErasureId id, ResidentId residentId) {}

    private final LoggedCollection<Erasure> erasures;

    public Erasures(Store store, ChangeLog log, Clock clock) {
        this.erasures = new LoggedCollection<>(
                store, log, clock, "erasure", NAME, store.collection(NAME, Erasure.class, SEALING), INDEXES);
    }

    public LoggedCollection<Erasure> collection() {
        return erasures;
    }

    /** The erasure within the actor's scope, or {@code not-found}. */
    public Mono<Erasure> get(Actor actor, ErasureId id) {
        return Mono.fromRunnable(() -> actor.require(Permission.ERASE_RESIDENTS))
                .then(Mono.from(erasures.documents()
                        .find(and(eq("_id", id), within(actor)))
                        .first()))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("erasure")));
    }

    /** That of a person, within the actor's scope; empty when there is none. */
    Mono<Erasure> of(Actor actor, ResidentId resident) {
        return Mono.from(erasures.documents()
                .find(and(eq("residentId", resident), within(actor)))
                .first());
    }

    /** Those that run still. */
    Flux<Erasure> running() {
        return Flux.from(erasures.documents().find(eq("finishedAt", null)));
    }

    /** Who was erased since a moment. */
    Mono<Set<UUID>> erasedSince(Instant moment) {
        return Flux.from(erasures.documents()
                        .find(gte("finishedAt", moment), Erased.class)
                        .projection(include("residentId")))
                .map(erased -> erased.residentId().value())
                .collect(Collectors.toSet());
    }

    private static Bson within(Actor actor) {
        return actor.scope().everything()
                ? Filters.empty()
                : in("hamletId", actor.scope().hamlets());
    }
}
