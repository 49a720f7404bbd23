package vn.toso.api.limits;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import vn.toso.api.problem.TryLater;
import vn.toso.domain.problem.ProblemCode;

/**
 * How many requests a node works on at once, and how much of their bodies it holds meanwhile. Whoever finds no seat is told
 * at once to come later: to wait in a queue would take as long, and everybody behind it longer still.
 */
@Component
final class Seats {

    private static final int SHARE_OF_MEMORY = 8;
    private static final int LONGEST_WAIT_SECONDS = 5;

    private final int seats;
    private final long room;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicLong held = new AtomicLong();
    private final Counter refused;

    Seats(LimitSettings settings, MeterRegistry meters) {
        this.seats = settings.seats();
        this.room = Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY;
        this.refused = meters.counter("toso.requests.refused");
        Gauge.builder("toso.requests.working", taken, AtomicInteger::get)
                .description("Requests that are worked on now")
                .register(meters);
    }

    /** Gives back what was taken, once. */
    interface Taken {
        void giveBack();
    }

    /** Throws {@link TryLater} when every seat is taken. */
    Taken sit() {
        if (taken.incrementAndGet() > seats) {
            taken.decrementAndGet();
            throw later();
        }
        return once(taken::decrementAndGet);
    }

    /** Throws {@link TryLater} when there is no room for so many bytes. */
    Taken hold(long bytes) {
        if (held.addAndGet(bytes) > room) {
            held.addAndGet(-bytes);
            throw later();
        }
        return once(() -> held.addAndGet(-bytes));
    }

    private static Taken once(Runnable giveBack) {
        AtomicBoolean given = new AtomicBoolean();
        return () -> {
            if (given.compareAndSet(false, true)) {
                giveBack.run();
            }
        };
    }

    /** Not everybody at the same moment. */
    private TryLater later() {
        refused.increment();
        int seconds = ThreadLocalRandom.current().nextInt(1, LONGEST_WAIT_SECONDS + 1);
        return new TryLater(ProblemCode.UNAVAILABLE, "unavailable.busy", Duration.ofSeconds(seconds));
    }
}
