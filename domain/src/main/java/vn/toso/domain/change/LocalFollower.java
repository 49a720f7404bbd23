package vn.toso.domain.change;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.Positions.Position;

/** Tells listeners of this node of everything that is appended from its start on, by whichever node. */
final class LocalFollower {

    private static final Logger LOG = LoggerFactory.getLogger(LocalFollower.class);

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
        return fromNow()
                .doOnNext(begun -> reading = begun)
                .doOnNext(begun -> loop.start())
                .then();
    }

    Mono<Void> close() {
        return loop.close();
    }

    private Mono<Publisher<?>> step() {
        Reading started = reading;
        return started == null
                ? Mono.error(new IllegalStateException("not started"))
                : started.step().onErrorResume(ChangeFollower::isTooOld, tooOld -> startOver());
    }

    /** First the position, then what is kept: whatever is written after it was read will be heard of. */
    private Mono<Publisher<?>> startOver() {
        LOG.warn("this node slept for longer than the log is kept; it reads anew what it keeps in memory");
        return fromNow()
                .flatMap(begun -> Flux.fromIterable(listeners)
                        .concatMap(ChangeListener::startOver)
                        .then(Mono.fromRunnable(() -> reading = begun)))
                .thenReturn(Mono.empty());
    }

    private Mono<Reading> fromNow() {
        return log.head().map(head -> new Reading(log, this::handle, new Position(head, Instant.EPOCH)));
    }

    private Mono<Void> handle(List<Change> changes) {
        return Flux.fromIterable(listeners)
                .concatMap(listener -> listener.handle(changes))
                .then();
    }
}
