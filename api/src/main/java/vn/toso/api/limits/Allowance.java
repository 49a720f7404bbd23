package vn.toso.api.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import vn.toso.api.problem.TryLater;
import vn.toso.domain.problem.ProblemCode;

/**
 * So many requests a minute for each of many: a bucket of tokens each, full at first, that refills evenly. Buckets are this
 * node's alone: behind n nodes somebody gets up to n times as much.
 */
final class Allowance {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final int MOST_BUCKETS = 100_000;

    private final int aMinute;
    private final Cache<String, Bucket> buckets;

    /** @param aMinute requests; 0 for as many as they like */
    Allowance(int aMinute) {
        this.aMinute = aMinute;
        this.buckets = Caffeine.newBuilder()
                .expireAfterAccess(A_MINUTE.multipliedBy(2)) // full again by then
                .maximumSize(MOST_BUCKETS)
                .build();
    }

    /** Takes one token; throws {@link TryLater} with the time until the next one when there is none. */
    void take(String whose) {
        if (aMinute == 0) {
            return;
        }
        ConsumptionProbe probe = buckets.get(whose, unknown -> full()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TryLater(
                    ProblemCode.TOO_MANY_REQUESTS,
                    "too-many-requests",
                    Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(aMinute).refillGreedy(aMinute, A_MINUTE))
                .build();
    }
}
