package vn.toso.domain.change;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.Positions.Position;

/** Tells listeners of this node of everything that is appended from its start on, by whichever node. */
final class LocalFollower {

    private final ChangeLog log;
    private final List<ChangeListener> listeners;
    private final Loop loop;
    private volatile @Nullable Reading reading;

    LocalFollower(ChangeLog log, List<ChangeListener> listeners) {
        this.log = log;
        this.listeners = List.copyOf(listeners);
        this.loop = new Loop("the node's own listeners", this::step);
    }

    /** Completes when it is sure that nothing appended later will be missed. */
    Mono<Void> start() {
        return log.head()
                .doOnNext(head -> reading = new Reading(log, this::handle, new Position(head, Instant.EPOCH)))
                .doOnNext(head -> loop.start())
                .then();
    }

    Mono<Void> close() {
        return loop.close();
    }

    private Mono<Publisher<?>> step() {
        Reading started = reading;
        return started == null ? Mono.error(new IllegalStateException("not started")) : started.step();
    }

    private Mono<Void> handle(List<Change> changes) {
        return Flux.fromIterable(listeners)
                .concatMap(listener -> listener.handle(changes))
                .then();
    }
}
