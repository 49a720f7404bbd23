package vn.toso.domain.visit;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final int LARGEST_GROUP = 500;

    private final MongoCollection<T> documents;
    private final Bson projection;
    private final Function<T, Id> id;
    private final GroupCommit<Id, Optional<T>> reads;

    SharedLookup(MongoCollection<T> documents, Bson projection, Function<T, Id> id) {
        this.documents = documents;
        this.projection = projection;
        this.id = id;
        this.reads = new GroupCommit<>(LARGEST_GROUP, this::readGroup);
    }

    /** Empty when there is no such document. */
    Mono<Optional<T>> find(Id wanted) {
        return reads.submit(wanted);
    }

    private Mono<List<Outcome<Optional<T>>>> readGroup(List<Id> group) {
        List<Id> distinct = group.stream().distinct().toList();
        return Flux.from(documents.find(in("_id", distinct)).projection(projection))
                .collectMap(id)
                .map(found -> outcomes(group, found));
    }

    private List<Outcome<Optional<T>>> outcomes(List<Id> group, Map<Id, T> found) {
        return group.stream()
                .<Outcome<Optional<T>>>map(wanted -> new Outcome.Done<>(Optional.ofNullable(found.get(wanted))))
                .toList();
    }
}
