package vn.toso.api.benchmark;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What came of a load: how many requests a second, and how long each took.
 *
 * @param perSecond completed requests a second
 * @param micros latency of each request, in microseconds
 * @param failures requests that did not succeed
 */
record Load(double perSecond, Histogram micros, int failures) {

    /** Keeps {@code connections} requests under way for a time: the next one starts when one ends (closed loop). */
    static Load closedLoop(int connections, Duration time, Supplier<Mono<?>> request) {
        ConcurrentHistogram micros = new ConcurrentHistogram(3);
        AtomicInteger failures = new AtomicInteger();
        AtomicLong done = new AtomicLong();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        Flux.range(0, connections)
                .flatMap(
                        connection -> timed(request, micros, failures, done).repeat(() -> System.nanoTime() < end),
                        connections)
                .then()
                .block(time.plusSeconds(30));
        return new Load(done.get() * 1e9 / (System.nanoTime() - start), micros, failures.get());
    }

    /**
     * Starts requests at a fixed rate (open loop); what is due while all connections are taken waits, and that is part of
     * what it took.
     */
    static Load atRate(int perSecond, Duration time, int connections, Supplier<Mono<?>> request) {
        ConcurrentHistogram micros = new ConcurrentHistogram(3);
        AtomicInteger failures = new AtomicInteger();
        AtomicLong done = new AtomicLong();
        long period = 1_000_000_000L / perSecond;
        long start = System.nanoTime();
        Flux.interval(Duration.ofNanos(period))
                .onBackpressureBuffer()
                .take(perSecond * time.toSeconds())
                .flatMap(i -> timed(request, micros, failures, done, start + (i + 1) * period), connections)
                .then()
                .block(time.plusSeconds(300));
        return new Load(done.get() * 1e9 / (System.nanoTime() - start), micros, failures.get());
    }

    private static Mono<?> timed(
            Supplier<Mono<?>> request, ConcurrentHistogram micros, AtomicInteger failures, AtomicLong done) {
        return Mono.defer(() -> timed(request, micros, failures, done, System.nanoTime()));
    }

    /** @param due when it was to begin */
    private static Mono<?> timed(
            Supplier<Mono<?>> request, ConcurrentHistogram micros, AtomicInteger failures, AtomicLong done, long due) {
        return Mono.defer(() -> request.get())
                .onErrorResume(failure -> {
                    if (failures.incrementAndGet() == 1) {
                        System.err.println("first failure: " + failure);
                    }
                    return Mono.empty();
                })
                // Before the repeat subscribes anew, which doFinally would come after.
                .doOnTerminate(() -> {
                    micros.recordValue(Math.max(1, (System.nanoTime() - due) / 1000));
                    done.incrementAndGet();
                });
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,9.0f /s   p50 %6.2f ms   p95 %6.2f ms   p99 %6.2f ms%s",
                perSecond,
                micros.getValueAtPercentile(50) / 1000.0,
                micros.getValueAtPercentile(95) / 1000.0,
                micros.getValueAtPercentile(99) / 1000.0,
                failures == 0 ? "" : "   FAILURES " + failures);
    }
}
