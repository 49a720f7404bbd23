package vn.toso.domain.change;

import java.time.Clock;
import java.time.Instant;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import vn.toso.domain.change.Stream.End;
import vn.toso.domain.change.Streams.Slot;

/** What this node knows of the ends of all streams: of its own at once, of the others since the last look. */
final class Tail {

    /**
     * @param end behind everything that was in the log at {@code asOf}
     * @param asOf when the last look began
     */
    record Known(Cursor end, Instant asOf) {}

    private final Streams streams;
    private final Entries entries;
    private final Clock clock;
    private final Sinks.Many<Known> sink = Sinks.many().replay().latest();
    private volatile Known known = new Known(Cursor.START, Instant.EPOCH);

    Tail(Streams streams, Entries entries, Clock clock) {
        this.streams = streams;
        this.entries = entries;
        this.clock = clock;
    }

    Known known() {
        return known;
    }

    /** Completes when there is something behind the cursor. */
    Mono<Void> news(Cursor cursor) {
        // Elsewhere, since whoever appends must not carry out what follows.
        return sink.asFlux()
                .publishOn(Schedulers.parallel())
                .filter(latest -> !cursor.covers(latest.end()))
                .next()
                .then();
    }

    synchronized void reached(End end) {
        if (end.seq() > known.end().position(end.slot())) {
            known = new Known(known.end().at(end.slot(), end.seq()), known.asOf());
            sink.tryEmitNext(known);
        }
    }

    /**
     * Looks for what others appended.
     *
     * @param own the stream whose end this node knows without looking; -1 for none
     */
    Mono<Void> look(int own) {
        return Mono.defer(() -> {
            Instant began = clock.instant();
            return streams.list()
                    .filter(slot -> slot.id() != own)
                    .concatMap(this::moved)
                    .doOnNext(this::reached)
                    .then(Mono.fromRunnable(() -> looked(began)));
        });
    }

    private Mono<End> moved(Slot slot) {
        long seen = Math.max(known.end().position(slot.id()), slot.keptFrom() - 1);
        return entries.last(slot.id(), seen).map(seq -> new End(slot.id(), seq));
    }

    private synchronized void looked(Instant began) {
        known = new Known(known.end(), began);
    }
}
