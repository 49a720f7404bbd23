package vn.toso.api.health;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.toso.domain.storage.Store;

/** Part of readiness only: a node without its store must not get requests, but restarting it mends nothing. */
@Component
final class StoreHealthIndicator implements ReactiveHealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Store store;

    StoreHealthIndicator(Store store) {
        this.store = store;
    }

    @Override
    public Mono<Health> health() {
        return store.ping()
                .timeout(PATIENCE)
                .then(Mono.fromSupplier(() -> Health.up().build()))
                .onErrorResume(failure -> Mono.just(Health.down().build()));
    }
}
