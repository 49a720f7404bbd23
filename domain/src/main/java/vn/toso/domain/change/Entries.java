package vn.toso.domain.change;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.Store;

/** The entries of the log in the database, and every statement about them. */
final class Entries {

    static final String NAME = "changes";

    private final Store store;
    private final MongoCollection<Change> changes;
    private final MongoCollection<Document> documents;

    Entries(Store store) {
        this.store = store;
        this.changes = store.collection(NAME, Change.class);
        this.documents = store.collection(NAME, Document.class);
    }

    Mono<Void> createIndexes() {
        return store.createIndexes(
                NAME,
                List.of(
                        new IndexModel(Indexes.ascending("stream", "seq"), new IndexOptions().unique(true)),
                        new IndexModel(Indexes.ascending("hamlet", "stream", "seq"))));
    }

    /** How many entries are older; walks through all. */
    Mono<Long> countBefore(Instant moment) {
        return Mono.from(documents.countDocuments(lt("at", moment)));
    }

    /** One after the other in this order: where one fails, those before it are in and those behind it are not. */
    Mono<Void> insert(List<Change> numbered) {
        return Mono.from(changes.insertMany(numbered)).then();
    }

    /** Those of the ids that are in the log. */
    Mono<Set<String>> known(Collection<String> ids) {
        return Flux.from(withIds(ids)).map(entry -> entry.getString("_id")).collect(Collectors.toSet());
    }

    /** At most {@code limit} entries of a stream behind a position, in order. */
    Flux<Change> read(int stream, long behind, int limit) {
        return Flux.from(page(stream, behind, limit));
    }

    /**
     * At most {@code limit} entries of a stream that concern somebody with hamlets, behind {@code from} and up to
     * {@code to}: hamlet by hamlet, each in order.
     */
    Flux<Change> byHamlet(int stream, long from, long to, Concern concern, int limit) {
        return Flux.from(statementByHamlet(stream, from, to, concern, limit));
    }

    /** The order is that of the index, so that no server is tempted to walk through the whole stream instead. */
    FindPublisher<Change> statementByHamlet(int stream, long from, long to, Concern concern, int limit) {
        return changes.find(and(in("hamlet", places(concern)), part(stream, from, to, concern)))
                .sort(ascending("hamlet", "stream", "seq"))
                .limit(limit)
                .batchSize(limit + 1);
    }

    /** At most {@code limit} entries of a stream of these kinds, behind {@code from} and up to {@code to}, in order. */
    Flux<Change> inOrder(int stream, long from, long to, Concern concern, int limit) {
        return Flux.from(changes.find(and(part(stream, from, to, concern), nobodyElses(concern)))
                .sort(ascending("stream", "seq"))
                .limit(limit));
    }

    private static Bson part(int stream, long from, long to, Concern concern) {
        return and(eq("stream", stream), gt("seq", from), lte("seq", to), in("kind", concern.kinds()));
    }

    private static List<@Nullable AreaId> places(Concern concern) {
        List<@Nullable AreaId> places = new ArrayList<>();
        if (concern.hamlets() != null) {
            places.addAll(concern.hamlets());
        }
        // In the list of places null stands for what belongs to none.
        places.add(concern.own());
        if (concern.own() != null) {
            places.add(null);
        }
        return places;
    }

    private static Bson nobodyElses(Concern concern) {
        return concern.personal().isEmpty()
                ? Filters.empty()
                : or(nin("kind", concern.personal()), eq("hamlet", concern.own()));
    }

    /** The last seq of a stream, if there is one behind a position. */
    Mono<Long> last(int stream, long behind) {
        return Mono.from(end(stream, behind))
                .map(entry -> entry.get("seq", Number.class).longValue());
    }

    FindPublisher<Document> withIds(Collection<String> ids) {
        return documents.find(in("_id", ids)).projection(include("_id"));
    }

    FindPublisher<Change> page(int stream, long behind, int limit) {
        // Without gaps the upper bound is the limit, and no engine has to sort more than it is asked for.
        return changes.find(and(eq("stream", stream), gt("seq", behind), lte("seq", behind + limit)))
                .sort(ascending("stream", "seq"))
                .batchSize(limit);
    }

    FindPublisher<Document> end(int stream, long behind) {
        return documents
                .find(and(eq("stream", stream), gt("seq", behind)))
                .projection(include("seq"))
                .sort(descending("stream", "seq"))
                .limit(1);
    }

    Mono<Void> deleteBelow(int stream, long seq) {
        return Mono.from(changes.deleteMany(and(eq("stream", stream), lt("seq", seq))))
                .then();
    }
}
