package vn.toso.domain.change;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BSONException;
import org.bson.codecs.configuration.CodecConfigurationException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.storage.GroupCommit;
import vn.toso.domain.storage.GroupCommit.Outcome;

/** Inserts that share a statement, and one append of their entries; each gets its own result. */
final class GroupedInserts<D extends Versioned<D>> {

    private static final int LARGEST_GROUP = 1_000;

    /** @param logging of the whole group, once: whoever comes first starts it */
    private record Written<D>(List<Outcome<D>> outcomes, Mono<Void> logging) {
        Mono<List<Outcome<D>>> logged() {
            return logging.thenReturn(outcomes);
        }
    }

    private final String kind;
    private final MongoCollection<D> documents;
    private final ChangeLog log;
    private final GroupCommit<List<D>, Written<D>> groups;

    GroupedInserts(String kind, MongoCollection<D> documents, ChangeLog log) {
        this.kind = kind;
        this.documents = documents;
        this.log = log;
        this.groups = new GroupCommit<>(LARGEST_GROUP, List::size, this::insertTogether);
    }

    /** Completes when it is written and logged; fails with {@link DuplicateDocument} when a unique key is taken. */
    Mono<D> insert(D document) {
        return insertAll(List.of(document)).flatMap(outcomes -> outcomes.get(0).toMono());
    }

    /** What became of each, in their order, once those that could be written are written and logged. */
    Mono<List<Outcome<D>>> insertAll(List<D> added) {
        return groups.submit(added).flatMap(Written::logged);
    }

    private Mono<List<Outcome<Written<D>>>> insertTogether(List<List<D>> group) {
        List<D> all = group.stream().flatMap(List::stream).toList();
        return write(all).map(outcomes -> apart(group, outcomes));
    }

    private List<Outcome<Written<D>>> apart(List<List<D>> group, List<Outcome<D>> outcomes) {
        List<Change> entries = outcomes.stream()
                .flatMap(outcome -> outcome.value().stream())
                .flatMap(document -> ChangeLog.entriesOf(kind, document).stream())
                .toList();
        Mono<Void> logging = Mono.defer(() -> log.append(entries)).cache();
        List<Outcome<Written<D>>> written = new ArrayList<>();
        int begin = 0;
        for (List<D> added : group) {
            written.add(new Outcome.Done<>(new Written<>(outcomes.subList(begin, begin + added.size()), logging)));
            begin += added.size();
        }
        return written;
    }

    /** Emits what became of each, in their order; fails only when nobody knows what became of them. */
    private Mono<List<Outcome<D>>> write(List<D> group) {
        return Mono.from(documents.insertMany(group, new InsertManyOptions().ordered(false)))
                .map(done -> outcomes(group, Map.of()))
                .onErrorResume(MongoBulkWriteException.class, e -> Mono.just(outcomes(group, failures(group, e))))
                .onErrorResume(GroupedInserts::cannotBeWritten, e -> oneByOne(group, e));
    }

    /** One document that no store can hold must not take the others with it. */
    private Mono<List<Outcome<D>>> oneByOne(List<D> group, Throwable failure) {
        return group.size() == 1
                ? Mono.just(List.of(new Outcome.Failed<>(failure)))
                : Flux.fromIterable(group)
                        .concatMap(document -> write(List.of(document)))
                        .flatMapIterable(outcome -> outcome)
                        .collectList();
    }

    private static boolean cannotBeWritten(Throwable failure) {
        return failure instanceof BSONException || failure instanceof CodecConfigurationException;
    }

    private Map<Integer, Throwable> failures(List<D> group, MongoBulkWriteException failure) {
        if (failure.getWriteErrors().isEmpty() || failure.getWriteConcernError() != null) {
            throw failure;
        }
        Map<Integer, Throwable> causes = new HashMap<>();
        for (BulkWriteError error : failure.getWriteErrors()) {
            Object key = group.get(error.getIndex()).key();
            causes.put(
                    error.getIndex(),
                    error.getCategory() == ErrorCategory.DUPLICATE_KEY
                            ? new DuplicateDocument(kind, key.toString())
                            : failure);
        }
        return causes;
    }

    private static <D> List<Outcome<D>> outcomes(List<D> group, Map<Integer, Throwable> failures) {
        List<Outcome<D>> outcomes = new ArrayList<>(group.size());
        for (int i = 0; i < group.size(); i++) {
            Throwable cause = failures.get(i);
            outcomes.add(cause == null ? new Outcome.Done<>(group.get(i)) : new Outcome.Failed<>(cause));
        }
        return outcomes;
    }
}
