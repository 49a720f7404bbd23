package vn.toso.domain.change;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.id.Id;
import vn.toso.domain.storage.GroupCommit.Outcome;
import vn.toso.domain.storage.Store;

/**
 * A collection whose every write is one document write and then its entry in the change log; the answer waits for both.
 *
 * @param <D> the document
 */
public final class LoggedCollection<D extends Versioned<D>> {

    private final Store store;
    private final ChangeLog log;
    private final Clock clock;
    private final String kind;
    private final String name;
    private final List<IndexModel> indexes;
    private final MongoCollection<D> documents;
    private final GroupedInserts<D> inserts;

    /**
     * @param kind the word for a document in the log and in pull, such as {@code household}
     * @param name the collection's name in the database, such as {@code households}
     */
    public LoggedCollection(
            Store store,
            ChangeLog log,
            Clock clock,
            String kind,
            String name,
            Class<D> type,
            List<IndexModel> indexes) {
        this(store, log, clock, kind, name, store.collection(name, type), indexes);
    }

    /**
     * Of a collection of whose documents some values are sealed.
     *
     * @param kind the word for a document in the log and in pull, such as {@code household}
     * @param name the collection's name in the database, such as {@code households}
     */
    public LoggedCollection(
            Store store,
            ChangeLog log,
            Clock clock,
            String kind,
            String name,
            MongoCollection<D> documents,
            List<IndexModel> indexes) {
        this.store = store;
        this.log = log;
        this.clock = clock;
        this.kind = kind;
        this.name = name;
        this.indexes = new ArrayList<>(indexes);
        this.indexes.add(new IndexModel(Indexes.ascending("revision.updatedAt")));
        this.documents = documents;
        this.inserts = new GroupedInserts<>(kind, documents, log);
        log.register(this);
    }

    public String kind() {
        return kind;
    }

    /** The driver's collection, for reading. */
    public MongoCollection<D> documents() {
        return documents;
    }

    /** Creates the collection's indexes, the sweep's among them. */
    public Mono<Void> createIndexes() {
        return store.createIndexes(name, indexes);
    }

    public Mono<D> find(Id id) {
        return Mono.from(documents.find(eq("_id", id)).first());
    }

    /** In no particular order, in one answer; ids without a document are left out. */
    public Flux<D> findAll(List<? extends Id> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : Flux.from(documents.find(in("_id", ids)).batchSize(ids.size() + 1));
    }

    /**
     * Inserts version 1 and logs it; concurrent inserts share one statement. Emits the document as stored. Fails with
     * {@link DuplicateDocument} when the id, or another unique key, is taken; nothing is written then.
     */
    public Mono<D> insert(Actor by, D document) {
        return Mono.defer(() -> inserts.insert(revised(by, document)));
    }

    /**
     * Like {@link #insert} for many, in one statement and one append; those whose key is taken are left out. What else
     * fails does so when the others are written and logged.
     */
    public Flux<D> insertAll(Actor by, List<D> added) {
        if (added.isEmpty()) {
            return Flux.empty();
        }
        return insertEach(by, added)
                .flatMapMany(outcomes -> Flux.fromIterable(outcomes)
                        .<D>flatMapIterable(outcome -> outcome.value().stream().toList())
                        .concatWith(unexpected(outcomes)));
    }

    /**
     * Like {@link #insert} for many, with what became of each, in their order. Fails only when nobody knows what became
     * of them.
     */
    public Mono<List<Outcome<D>>> insertEach(Actor by, List<D> added) {
        return added.isEmpty()
                ? Mono.just(List.of())
                : Mono.defer(() -> inserts.insertAll(
                        added.stream().map(d -> revised(by, d)).toList()));
    }

    /**
     * Replaces the version that {@code changed.revision()} names and logs the next one. Fails with {@link StaleVersion}
     * when the stored document is not at that version any more (or not there), {@link DuplicateDocument} when another
     * unique key is taken. A version that has a {@code leftHamlet} must be known to be logged before it is replaced:
     * nothing else remembers whom to tell (see {@link Amendment}).
     */
    public Mono<D> replace(Actor by, D changed) {
        return Mono.defer(() -> {
                    D next = revised(by, changed);
                    return Mono.from(documents.replaceOne(atVersion(changed), next))
                            .flatMap(result -> result.getMatchedCount() == 1
                                    ? Mono.just(next)
                                    : Mono.error(() -> new StaleVersion(
                                            kind,
                                            changed.key().toString(),
                                            changed.revision().version())));
                })
                .onErrorMap(MongoWriteException.class, e -> duplicateOr(e, changed))
                .flatMap(this::ensureLogged);
    }

    /**
     * Like {@link #replace} for many, in one bulk write and one append: emits those that were written; documents which
     * are not at their version any more are left out, and so may one be whose content does not come back from the store
     * as it went in. A failure of some, such as another unique key that is taken, comes when the others are logged.
     */
    public Flux<D> replaceAll(Actor by, List<D> changed) {
        if (changed.isEmpty()) {
            return Flux.empty();
        }
        return Flux.defer(() -> {
            List<D> next = changed.stream().map(d -> revised(by, d)).toList();
            List<ReplaceOneModel<D>> models = new ArrayList<>();
            for (int i = 0; i < next.size(); i++) {
                models.add(new ReplaceOneModel<>(atVersion(changed.get(i)), next.get(i)));
            }
            return Mono.from(documents.bulkWrite(models, new BulkWriteOptions().ordered(false)))
                    .flatMapMany(result -> result.getMatchedCount() == next.size() ? logged(next) : logStored(next))
                    .onErrorResume(
                            MongoBulkWriteException.class, e -> logStored(next).concatWith(Mono.error(e)));
        });
    }

    /** Makes sure that a stored version is in the log: what an identical repeat of a request waits for. */
    public Mono<D> ensureLogged(D stored) {
        return ensureLogged(List.of(stored)).thenReturn(stored);
    }

    /** Likewise of many, in one append. */
    public Mono<Void> ensureLogged(List<D> stored) {
        return logged(stored).then();
    }

    private Flux<D> logged(List<D> stored) {
        return log.append(stored.stream()
                        .flatMap(d -> ChangeLog.entriesOf(kind, d).stream())
                        .toList())
                .thenMany(Flux.fromIterable(stored));
    }

    private D revised(Actor by, D document) {
        // What the store cannot hold must not be promised, nor compared with what it gives back.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return document.revised(document.revision().next(now, by.memberId(), by.device()));
    }

    private Bson atVersion(D document) {
        return and(
                eq("_id", document.key()),
                eq("revision.version", document.revision().version()));
    }

    /**
     * Another node may have written the same version at the same moment in the same name, with other content: what could
     * be ours is logged, but only what certainly is counts as written.
     */
    private Flux<D> logStored(List<D> attempted) {
        return findAll(attempted.stream().map(Versioned::key).toList())
                .collectMap(Versioned::key)
                .flatMapMany(stored -> logged(attempted.stream()
                                .filter(d -> {
                                    D now = stored.get(d.key());
                                    return now != null && now.revision().equals(d.revision());
                                })
                                .toList())
                        .filter(d -> d.equals(stored.get(d.key()))));
    }

    /** Logs these documents as they are in the store; those that are gone or logged already are left alone. */
    Mono<Void> logPresent(List<UUID> ids) {
        return ids.isEmpty()
                ? Mono.empty()
                : Flux.from(documents.find(in("_id", ids)))
                        .collectList()
                        .flatMapMany(this::logged)
                        .then();
    }

    private Throwable duplicateOr(MongoWriteException failure, D document) {
        return failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY
                ? new DuplicateDocument(kind, document.key().toString())
                : failure;
    }

    private static <D> Mono<D> unexpected(List<Outcome<D>> outcomes) {
        for (Outcome<D> outcome : outcomes) {
            if (outcome instanceof Outcome.Failed<D> failed && !(failed.cause() instanceof DuplicateDocument)) {
                return Mono.error(failed.cause());
            }
        }
        return Mono.empty();
    }
}
