package vn.toso.domain.change;

import java.time.Duration;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Repeats a step until it is closed. A step that fails comes again after a pause that grows; the log tells of the first
 * failure of a streak and of its end.
 */
final class Loop {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 6;

    private final String name;
    private final Supplier<Mono<Publisher<?>>> step;
    private final Sinks.Empty<Void> closing = Sinks.empty();
    private final Sinks.Empty<Void> closed = Sinks.empty();
    private volatile boolean started;
    private volatile boolean open = true;
    private int failures;

    /** @param step emits what to wait for before the next one */
    Loop(String name, Supplier<Mono<Publisher<?>>> step) {
        this.name = name;
        this.step = step;
    }

    void start() {
        started = true;
        Mono.defer(step)
                .doOnNext(rest -> succeeded())
                .onErrorResume(failure -> Mono.just(pauseAfter(failure)))
                .flatMap(rest -> Mono.firstWithSignal(Mono.from(rest).then(), closing.asMono()))
                .repeat(() -> open)
                .subscribe(null, closed::tryEmitError, closed::tryEmitEmpty);
    }

    /** Completes when the step that is under way is done; none follows. */
    Mono<Void> close() {
        return Mono.defer(() -> {
            open = false;
            closing.tryEmitEmpty();
            return started ? closed.asMono() : Mono.empty();
        });
    }

    private void succeeded() {
        if (failures > 0) {
            LOG.info("{} goes on after {} failures", name, failures);
            failures = 0;
        }
    }

    private Publisher<?> pauseAfter(Throwable failure) {
        if (failures == 0) {
            LOG.warn("{} failed and is tried again until it succeeds", name, failure);
        }
        Duration pause = SHORTEST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        return Mono.delay(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }
}
