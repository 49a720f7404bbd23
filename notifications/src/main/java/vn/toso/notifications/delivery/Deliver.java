package vn.toso.notifications.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Takes pushes out of the outbox and sends them, on every node and each lane by itself: claims a batch, decides, sends,
 * notes what came of it. The next batches are claimed while earlier ones are under way. What a node had in hand when it
 * died comes back with its lease and may ring twice; the phone replaces the one by the other.
 */
public final class Deliver {

    private static final Logger LOG = LoggerFactory.getLogger(Deliver.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Pushes pushes;
    private final Survey survey;
    private final Post post;
    private final Circuit circuit;
    private final Bell bell;
    private final Pace pace;
    private final Clock clock;
    private final Sinks.Empty<Void> closing = Sinks.empty();
    private final Sinks.Empty<Void> closed = Sinks.empty();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean open = true;
    private volatile boolean started;

    Deliver(Pushes pushes, Survey survey, Post post, Circuit circuit, Bell bell, Pace pace, Clock clock) {
        this.pushes = pushes;
        this.survey = survey;
        this.post = post;
        this.circuit = circuit;
        this.bell = bell;
        this.pace = pace;
        this.clock = clock;
    }

    public void start() {
        started = true;
        Flux.fromArray(Lane.values())
                .flatMap(this::deliver, Lane.values().length)
                .subscribe(null, closed::tryEmitError, closed::tryEmitEmpty);
    }

    private Flux<Void> deliver(Lane lane) {
        return Mono.defer(() -> next(lane)).repeat(() -> open).flatMap(post::carryOut, pace.batches(), 1);
    }

    /** Completes when the batches under way are sent and noted; none follows. */
    public Mono<Void> close() {
        return Mono.defer(() -> {
            open = false;
            closing.tryEmitEmpty();
            return started ? closed.asMono() : Mono.empty();
        });
    }

    /** Emits a lane's next batch with what is to become of it; empty when there was none, after a rest. */
    private Mono<Post.Batch> next(Lane lane) {
        Instant now = clock.instant();
        Mono<Void> ring = bell.nextRing(lane);
        int most = circuit.admitsNow(now);
        if (most == 0) {
            return rest(Mono.delay(pace.poll()));
        }
        return pushes.claim(lane, now, now.plus(pace.lease()), most)
                .doOnNext(claim -> circuit.tried(now))
                .flatMap(claim -> survey.plan(claim, now))
                .doOnSuccess(batch -> succeeded())
                .switchIfEmpty(
                        rest(Mono.firstWithSignal(ring, Mono.delay(pace.poll()).then())))
                .onErrorResume(failure -> rest(Mono.delay(pauseAfter(failure))));
    }

    private Mono<Post.Batch> rest(Mono<?> until) {
        return Mono.firstWithSignal(until.then(), closing.asMono()).then(Mono.empty());
    }

    private void succeeded() {
        if (failures.getAndSet(0) > 0) {
            LOG.info("Delivery goes on");
        }
    }

    private Duration pauseAfter(Throwable failure) {
        int before = failures.getAndIncrement();
        if (before == 0) {
            LOG.warn("Delivery failed and is tried again until it succeeds", failure);
        }
        Duration pause = Duration.ofMillis(100L << Math.min(before, 6));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
