package vn.toso.domain.sync;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.id.MutationId;
import vn.toso.domain.storage.Store;
import vn.toso.domain.vault.Sealing;

/** What became of every mutation that phones sent, and every statement about that. */
public final class Mutations {

    /** How long a repeat is known as one: not shorter than the change log, by which a phone can still catch up. */
    public static final Duration RETENTION = Duration.ofDays(185);

    private static final String NAME = "mutations";

    /** The content that lost, and the digest by which somebody could try what another one may have been. */
    private static final Sealing SEALING = Sealing.of(NAME, "body", "digest");

    private static final List<IndexModel> INDEXES = List.of(
            new IndexModel(Indexes.ascending("receivedAt")),
            // Of the few that lost a conflict, so that the many others cost no second index.
            new IndexModel(
                    Indexes.ascending("verdict", "receivedAt", "_id"),
                    new IndexOptions().partialFilterExpression(eq("verdict", Verdict.CONFLICT.name()))));

    private final Store store;
    private final MongoCollection<Receipt> receipts;

    public Mutations(Store store) {
        this.store = store;
        this.receipts = store.collection(NAME, Receipt.class, SEALING);
    }

    public Mono<Void> createIndexes() {
        return store.createIndexes(NAME, INDEXES);
    }

    /** The receipts of those that came before. */
    Mono<Map<MutationId, Receipt>> findAll(Collection<MutationId> ids) {
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : Flux.from(receipts.find(in("_id", ids)).batchSize(ids.size() + 1))
                        .collectMap(Receipt::id);
    }

    /**
     * Keeps receipts, in one statement. Emits those that another node kept before us: what the sender was told there
     * holds.
     */
    Mono<Map<MutationId, Receipt>> insertAll(List<Receipt> added) {
        if (added.isEmpty()) {
            return Mono.just(Map.of());
        }
        return Mono.from(receipts.insertMany(added, new InsertManyOptions().ordered(false)))
                .map(done -> Map.<MutationId, Receipt>of())
                .onErrorResume(MongoBulkWriteException.class, failure -> earlier(added, failure));
    }

    private Mono<Map<MutationId, Receipt>> earlier(List<Receipt> added, MongoBulkWriteException failure) {
        boolean taken = failure.getWriteConcernError() == null
                && !failure.getWriteErrors().isEmpty()
                && failure.getWriteErrors().stream()
                        .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
        return taken
                ? findAll(failure.getWriteErrors().stream()
                        .map(error -> added.get(error.getIndex()).id())
                        .toList())
                : Mono.error(failure);
    }

    /** The receipts of those that lost a conflict, by when they came, from a moment on. */
    public Flux<Receipt> conflictsSince(Instant moment, int limit) {
        return Flux.from(statementOfConflicts(moment, limit));
    }

    FindPublisher<Receipt> statementOfConflicts(Instant moment, int limit) {
        return receipts.find(and(eq("verdict", Verdict.CONFLICT), gte("receivedAt", moment)))
                .sort(ascending("verdict", "receivedAt", "_id"))
                .limit(limit);
    }

    /** Remembers that a mutation was carried out after all. */
    Mono<Void> applied(MutationId id, long version) {
        return Mono.from(receipts.updateOne(
                        eq("_id", id),
                        Updates.combine(
                                Updates.set("verdict", Verdict.APPLIED),
                                Updates.set("version", version),
                                Updates.unset("problem"))))
                .then();
    }

    /** Takes away what the loser of a conflict sent; what it was told stays told. */
    Mono<Receipt> forgetBody(Receipt receipt) {
        Receipt without = new Receipt(
                receipt.id(),
                receipt.member(),
                receipt.device(),
                receipt.kind(),
                receipt.digest(),
                receipt.verdict(),
                receipt.version(),
                receipt.problem(),
                null,
                receipt.receivedAt());
        return Mono.from(receipts.replaceOne(and(eq("_id", receipt.id()), eq("verdict", receipt.verdict())), without))
                .thenReturn(without);
    }

    /** Forgets what came before that moment. */
    public Mono<Void> removeBefore(Instant moment) {
        return Mono.from(receipts.deleteMany(lt("receivedAt", moment))).then();
    }
}
