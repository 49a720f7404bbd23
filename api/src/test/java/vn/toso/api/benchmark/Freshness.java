package vn.toso.api.benchmark;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import reactor.core.publisher.Mono;
import vn.toso.api.benchmark.DemoCommune.Door;

/**
 * How long coverage takes to show an acknowledged visit. Every hundredth visit of the load is a probe: the first FIBRE
 * survey of a household that had none, so that the hamlet's count of reached households must rise by it.
 */
final class Freshness {

    private static final int EVERY = 100;

    private final DemoCommune commune;
    private final Iterator<Door> probes;
    private final AtomicInteger posted = new AtomicInteger();
    private final ConcurrentHistogram millis = new ConcurrentHistogram(3);

    Freshness(DemoCommune commune, List<Door> withoutFibre) {
        this.commune = commune;
        this.probes = withoutFibre.iterator();
    }

    Mono<?> postVisit() {
        return posted.incrementAndGet() % EVERY == 0 ? probe() : commune.postVisit();
    }

    private synchronized Mono<?> probe() {
        if (!probes.hasNext()) {
            return commune.postVisit();
        }
        Door door = probes.next();
        return commune.reached(door.hamlet(), "FIBRE")
                .flatMap(before -> commune.postSurvey(UuidCreator.getTimeOrderedEpoch(), door)
                        .then(Mono.fromRunnable(() -> watch(door, before + 1, System.nanoTime()))));
    }

    /** Asks beside the load, so that waiting for the count does not hold the load up. */
    private void watch(Door door, long wanted, long acknowledged) {
        commune.reached(door.hamlet(), "FIBRE")
                .filter(now -> now >= wanted)
                .repeatWhenEmpty(10_000, asked -> asked.delayElements(Duration.ofMillis(10)))
                .subscribe(seen -> millis.recordValue((System.nanoTime() - acknowledged) / 1_000_000));
    }

    long millis(int percentile) {
        return millis.getValueAtPercentile(percentile);
    }

    long samples() {
        return millis.getTotalCount();
    }
}
