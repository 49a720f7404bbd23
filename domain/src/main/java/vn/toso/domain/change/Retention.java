package vn.toso.domain.change;

import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.Positions.Position;
import vn.toso.domain.change.Streams.Slot;
import vn.toso.domain.storage.Store;

/** Removes entries from the start of streams: those older than the retention that every listener has handled. */
final class Retention {

    private static final int PAGE = 1_000;

    private final ChangeLog log;
    private final Positions positions;

    Retention(Store store, ChangeLog log) {
        this.log = log;
        this.positions = new Positions(store);
    }

    Mono<Void> run() {
        return Mono.defer(() -> run(usually()));
    }

    private Instant usually() {
        return log.clock().instant().minus(log.settings().retention());
    }

    /** Removes what is older, but for what some listener hasn't handled. */
    Mono<Void> run(Instant oldest) {
        return positions
                .all()
                .map(all -> all.entrySet().stream()
                        .filter(entry -> isWaitedFor(entry.getKey(), entry.getValue()))
                        .map(entry -> entry.getValue().cursor())
                        .toList())
                .flatMap(handled -> removeBefore(oldest, handled));
    }

    /** However late it is; one that no release has any more holds nothing up when it was silent for long enough. */
    private boolean isWaitedFor(String listener, Position position) {
        return log.isFollowedBy(listener) || position.asOf().isAfter(usually());
    }

    private Mono<Void> removeBefore(Instant oldest, List<Cursor> handled) {
        return log.streams()
                .forgetBefore(oldest)
                .thenMany(log.streams().list())
                .concatMap(slot -> removeFrom(slot, oldest, handledUpTo(slot.id(), handled)))
                .then();
    }

    private static long handledUpTo(int stream, List<Cursor> handled) {
        return handled.stream()
                .mapToLong(cursor -> cursor.position(stream))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private Mono<Void> removeFrom(Slot slot, Instant oldest, long handled) {
        // First the mark, then the entries: a reader between the two learns that it is too late.
        return log.entries()
                .deleteBelow(slot.id(), slot.keptFrom())
                .thenMany(Flux.just(slot.keptFrom()))
                .expand(from -> removePage(slot.id(), from, oldest, handled), 1)
                .then();
    }

    /** Emits where the next page begins, or nothing when the rest is kept. */
    private Mono<Long> removePage(int stream, long from, Instant oldest, long handled) {
        return log.entries()
                .read(stream, from - 1, PAGE)
                .takeWhile(entry -> entry.at().isBefore(oldest) && entry.seq() <= handled)
                .map(Change::seq)
                .takeLast(1)
                .next()
                .flatMap(last -> log.streams()
                        .keepFrom(stream, last + 1)
                        .then(log.entries().deleteBelow(stream, last + 1))
                        .thenReturn(last + 1));
    }
}
