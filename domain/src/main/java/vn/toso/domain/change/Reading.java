package vn.toso.domain.change;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.Positions.Position;

/** Has what lies behind a position handled, batch by batch. Its steps never overlap. */
final class Reading {

    private static final int LARGEST_BATCH = 500;
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final ChangeLog log;
    private final Function<List<Change>, Mono<Void>> handler;
    private volatile Position position;

    Reading(ChangeLog log, Function<List<Change>, Mono<Void>> handler, Position position) {
        this.log = log;
        this.handler = handler;
        this.position = position;
    }

    /** How far it has come; with everything handled, up to when this node last knew of nothing more. */
    Position position() {
        Position now = position;
        Tail.Known known = log.known();
        return now.cursor().covers(known.end()) && known.asOf().isAfter(now.asOf())
                ? new Position(now.cursor(), known.asOf())
                : now;
    }

    /** Handles the next batch, if there is one, and emits what to wait for before the next step. */
    Mono<Publisher<?>> step() {
        return Mono.defer(() -> {
            position = position();
            return position.cursor().covers(log.known().end()) ? Mono.just(newsOrWhile()) : batch();
        });
    }

    private Publisher<?> newsOrWhile() {
        return Mono.firstWithSignal(
                log.news(position.cursor()), Mono.delay(LONGEST_WAIT).then());
    }

    private Mono<Publisher<?>> batch() {
        Instant began = log.clock().instant();
        long start = System.nanoTime();
        return log.after(position.cursor(), LARGEST_BATCH)
                .collectList()
                .flatMap(batch -> handle(batch)
                        .then(Mono.fromRunnable(
                                () -> moveTo(position.cursor().past(batch), handledUpTo(batch, began)))))
                .then(Mono.fromSupplier(() -> restAfter(Duration.ofNanos(System.nanoTime() - start))));
    }

    private Mono<Void> handle(List<Change> batch) {
        return batch.isEmpty() ? Mono.empty() : handler.apply(batch);
    }

    /** As long as the batch took: under overload the requests keep the larger share, and batches become larger. */
    private static Publisher<?> restAfter(Duration took) {
        return Mono.delay(took.compareTo(LONGEST_REST) < 0 ? took : LONGEST_REST);
    }

    /**
     * What stands behind an entry in its stream was acknowledged after that entry was written. So with more to come in
     * any of the streams, everything acknowledged before the earliest of their last entries is handled.
     */
    static Instant handledUpTo(List<Change> batch, Instant began) {
        if (batch.size() < LARGEST_BATCH) {
            return began;
        }
        Map<Integer, Instant> lastOfStreams = new HashMap<>();
        batch.forEach(change -> lastOfStreams.put(change.stream(), change.at()));
        return lastOfStreams.values().stream().reduce(began, (a, b) -> a.isBefore(b) ? a : b);
    }

    private void moveTo(Cursor cursor, Instant asOf) {
        position = new Position(cursor, asOf.isAfter(position.asOf()) ? asOf : position.asOf());
    }
}
