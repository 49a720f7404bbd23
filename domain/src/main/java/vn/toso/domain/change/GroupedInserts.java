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
    private record Written<D>(D document, Mono<Void> logging) {
        Mono<D> logged() {
            return logging.thenReturn(document);
        }
    }

    private final String kind;
    private final MongoCollection<D> documents;
    private final ChangeLog log;
    private final GroupCommit<D, Written<D>> groups;

    GroupedInserts(String kind, MongoCollection<D> documents, ChangeLog log) {
        this.kind = kind;
        this.documents = documents;
        this.log = log;
        this.groups = new GroupCommit<>(LARGEST_GROUP, group -> insert(group).map(this::loggedTogether));
    }

    /** Completes when it is written and logged; fails with {@link DuplicateDocument} when a unique key is taken. */
    Mono<D> insert(D document) {
        return groups.submit(document).flatMap(Written::logged);
    }

    private List<Outcome<Written<D>>> loggedTogether(List<Outcome<D>> outcomes) {
        List<Change> entries = new ArrayList<>();
        List<Outcome<Written<D>>> written = new ArrayList<>();
        Mono<Void> logging = Mono.defer(() -> log.append(entries)).cache();
        for (Outcome<D> outcome : outcomes) {
            if (outcome instanceof Outcome.Done<D> done) {
                entries.addAll(ChangeLog.entriesOf(kind, done.value()));
                written.add(new Outcome.Done<>(new Written<>(done.value(), logging)));
            } else if (outcome instanceof Outcome.Failed<D> failed) {
                written.add(new Outcome.Failed<>(failed.cause()));
            }
        }
        return written;
    }

    /** Emits what became of each, in their order; fails only when nobody knows what became of them. */
    Mono<List<Outcome<D>>> insert(List<D> group) {
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
                        .concatMap(document -> insert(List.of(document)))
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
