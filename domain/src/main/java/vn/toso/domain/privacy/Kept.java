package vn.toso.domain.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * A kind of thing that is kept for a while only.
 *
 * @param kind its word in rules and answers, such as {@code notices}
 * @param usual how long it is kept where nobody decided otherwise; no law says so
 * @param shortest that anybody may decide, so that nothing is taken from under who needs it
 * @param due counts what is older than a moment; changes nothing
 * @param remove removes what is older than a moment, and emits how much it was
 */
public record Kept(
        String kind,
        Duration usual,
        Duration shortest,
        Function<Instant, Mono<Long>> due,
        Function<Instant, Mono<Long>> remove) {}
