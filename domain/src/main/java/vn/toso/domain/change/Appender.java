package vn.toso.domain.change;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.Stream.End;
import vn.toso.domain.storage.GroupCommit;
import vn.toso.domain.storage.GroupCommit.Outcome;

/** Appends to this node's stream: what waits goes in together, in one ordered insert, and nothing overlaps it. */
final class Appender {

    private static final int LARGEST_GROUP = 1_000;
    private static final int LARGEST_STATEMENT = 1_000;
    private static final int MOST_COLLISIONS = 60;
    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(10);

    private final Stream stream;
    private final Entries entries;
    private final Recent recent;
    private final Tail tail;
    private final GroupCommit<List<Change>, Boolean> groups = new GroupCommit<>(LARGEST_GROUP, this::appendGroup);

    Appender(Stream stream, Entries entries, Recent recent, Tail tail) {
        this.stream = stream;
        this.entries = entries;
        this.recent = recent;
        this.tail = tail;
    }

    /** Completes when all of them are in the log. */
    Mono<Void> append(List<Change> changes) {
        return changes.isEmpty() ? Mono.empty() : groups.submit(changes).then();
    }

    /** Notices, between two appends, what a node that had this stream before has still appended to it. */
    Mono<Void> lookForOthers() {
        return groups.submit(List.of()).then();
    }

    private Mono<List<Outcome<Boolean>>> appendGroup(List<List<Change>> group) {
        Map<String, Change> distinct = new LinkedHashMap<>();
        group.forEach(changes -> changes.forEach(change -> distinct.putIfAbsent(change.id(), change)));
        Mono<Void> looking = group.stream().anyMatch(List::isEmpty)
                ? stream.read().doOnNext(tail::reached).then()
                : Mono.empty();
        List<Outcome<Boolean>> done = group.stream()
                .<Outcome<Boolean>>map(changes -> new Outcome.Done<>(true))
                .toList();
        return looking.thenMany(Flux.fromIterable(distinct.values()))
                .buffer(LARGEST_STATEMENT)
                .concatMap(this::write)
                .then(Mono.just(done));
    }

    /** A lost connection leaves open what was written; trying once more finds out, as no entry goes in twice. */
    private Mono<Void> write(List<Change> changes) {
        return write(changes, 0).onErrorResume(MongoSocketException.class, e -> write(changes, 0));
    }

    private Mono<Void> write(List<Change> changes, int collisions) {
        if (changes.isEmpty()) {
            return Mono.empty();
        }
        return stream.end()
                .map(end -> numbered(changes, end))
                .flatMap(numbered -> insert(numbered, collisions))
                .timeout(LONGEST_STATEMENT, noAnswer())
                .doOnError(failure -> stream.forget());
    }

    private Mono<Void> insert(List<Change> numbered, int collisions) {
        return entries.insert(numbered)
                .then(Mono.<Void>fromRunnable(() -> reached(numbered)))
                .onErrorResume(MongoBulkWriteException.class, e -> goOn(numbered, e, collisions));
    }

    /** Those before the failed one are in. It itself is logged already, or somebody else appended to this stream. */
    private Mono<Void> goOn(List<Change> numbered, MongoBulkWriteException failure, int collisions) {
        if (!isDuplicate(failure)) {
            return Mono.error(failure);
        }
        if (collisions >= MOST_COLLISIONS) {
            return noAnswer();
        }
        int failed = failure.getWriteErrors().get(0).getIndex();
        reached(numbered.subList(0, failed));
        List<Change> left = numbered.subList(failed, numbered.size());
        return entries.known(left.stream().map(Change::id).toList())
                .flatMap(known -> known.contains(left.get(0).id())
                        ? write(without(known, left), collisions)
                        : makeSure(collisions).then(Mono.defer(() -> write(without(known, left), collisions + 1))));
    }

    private static Mono<Void> noAnswer() {
        return Mono.error(() -> new MongoTimeoutException("the change log could not be appended to in time"));
    }

    private Mono<Void> makeSure(int collisions) {
        return Mono.delay(Duration.ofMillis(collisions * 2L))
                .then(stream.renew())
                .then(stream.read())
                .then();
    }

    private void reached(List<Change> appended) {
        if (!appended.isEmpty()) {
            Change last = appended.get(appended.size() - 1);
            End end = new End(last.stream(), last.seq());
            recent.add(appended);
            stream.reached(end);
            tail.reached(end);
        }
    }

    private static boolean isDuplicate(MongoBulkWriteException failure) {
        return failure.getWriteConcernError() == null
                && !failure.getWriteErrors().isEmpty()
                && failure.getWriteErrors().get(0).getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    private static List<Change> numbered(List<Change> changes, End end) {
        List<Change> numbered = new ArrayList<>(changes.size());
        for (Change change : changes) {
            numbered.add(change.at(end.slot(), end.seq() + numbered.size() + 1));
        }
        return numbered;
    }

    private static List<Change> without(Set<String> known, List<Change> changes) {
        return changes.stream().filter(change -> !known.contains(change.id())).toList();
    }
}
