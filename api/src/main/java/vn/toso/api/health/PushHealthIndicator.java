package vn.toso.api.health;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.toso.notifications.delivery.Delivery;

/** Degraded while pushes pile up, and no part of readiness: a node that can't push serves as well as ever. */
@Component
final class PushHealthIndicator implements ReactiveHealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED", "Pushes wait for more than ten minutes");
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Delivery delivery;

    PushHealthIndicator(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public Mono<Health> health() {
        return delivery.ageOfOldest()
                .timeout(PATIENCE)
                .map(PushHealthIndicator::toHealth)
                .onErrorResume(failure -> Mono.just(Health.unknown().build()));
    }

    private static Health toHealth(Duration age) {
        return Health.status(age.compareTo(LONGEST_WAIT) > 0 ? DEGRADED : Status.UP)
                .withDetail("oldestWaitsSeconds", age.toSeconds())
                .build();
    }
}
