package vn.toso.api.start;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.audit.Checkpoints;

/** Has every node sign its part of the audit once a minute, and a last time when it stops. */
final class AuditSeals implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AuditSeals.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Checkpoints checkpoints;
    private @Nullable Disposable running;

    AuditSeals(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    @Override
    public void start() {
        running = Flux.interval(EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> sign(), 1)
                .subscribe();
    }

    /** Tried again a minute later where it failed. */
    private Mono<Void> sign() {
        return checkpoints.run().timeout(LONGEST).onErrorResume(failure -> {
            LOG.warn("The audit could not be sealed and is tried again in a minute: {}", failure.toString());
            return Mono.empty();
        });
    }

    @Override
    public void stop() {
        if (running != null) {
            running.dispose();
            running = null;
            sign().toFuture().join();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    /** Starts after the node's store is there; stops before the node does, and after the web server. */
    @Override
    public int getPhase() {
        return 2;
    }
}
