package vn.toso.domain.visit;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.id.Id;
import vn.toso.domain.storage.GroupCommit;
import vn.toso.domain.storage.GroupCommit.Outcome;

/**
 * Reads the few fields that a check needs of documents by their ids, with one statement for all requests that wait.
 *
 * @param <T> those fields
 */
final class SharedLookup<T> {

    private static final int LARGEST_GROUP = 1_000;

    private final MongoCollection<T> documents;
    private final Bson projection;
    private final Function<T, Id> id;
    private final GroupCommit<Set<Id>, Map<Id, T>> reads;

    SharedLookup(MongoCollection<T> documents, Bson projection, Function<T, Id> id) {
        this.documents = documents;
        this.projection = projection;
        this.id = id;
        this.reads = new GroupCommit<>(LARGEST_GROUP, Set::size, this::readGroup);
    }

    /** By id what there is of these, and perhaps others; nothing is asked for none. */
    Mono<Map<Id, T>> findAll(Set<Id> wanted) {
        return wanted.isEmpty() ? Mono.just(Map.of()) : reads.submit(wanted);
    }

    private Mono<List<Outcome<Map<Id, T>>>> readGroup(List<Set<Id>> group) {
        List<Id> distinct = group.stream().flatMap(Set::stream).distinct().toList();
        return Flux.from(documents
                        .find(in("_id", distinct))
                        .projection(projection)
                        .batchSize(LARGEST_GROUP))
                .collectMap(id)
                .map(found -> group.stream()
                        .<Outcome<Map<Id, T>>>map(wanted -> new Outcome.Done<>(found))
                        .toList());
    }
}
