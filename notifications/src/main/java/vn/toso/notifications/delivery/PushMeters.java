package vn.toso.notifications.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import vn.toso.notifications.delivery.Push.State;

/** What operators see of delivery. */
public final class PushMeters {

    private final MeterRegistry registry;
    private final Counter sent;
    private final Counter givenUp;
    private final Counter tokensRemoved;
    private final AtomicLong queued = new AtomicLong();
    private final AtomicLong oldestSeconds = new AtomicLong();
    private final AtomicInteger refused = new AtomicInteger();

    public PushMeters(MeterRegistry registry) {
        this.registry = registry;
        this.sent = registry.counter("toso.push.sent");
        this.givenUp = registry.counter("toso.push.givenup");
        this.tokensRemoved = registry.counter("toso.push.tokens.removed");
        Gauge.builder("toso.push.queued", queued, AtomicLong::get)
                .description("Pushes in the outbox, those held for the morning among them")
                .register(registry);
        Gauge.builder("toso.push.oldest.age", oldestSeconds, AtomicLong::get)
                .baseUnit("seconds")
                .description("How long the oldest push waits that nothing holds")
                .register(registry);
        Gauge.builder("toso.push.credential.refused", refused, AtomicInteger::get)
                .description("1 while FCM refuses our credentials and nothing is sent: an operator must act")
                .register(registry);
    }

    void receipts(Verdicts verdicts) {
        verdicts.receipts().forEach(this::receipt);
        tokensRemoved.increment(verdicts.deadTokens().size());
    }

    private void receipt(Receipt receipt) {
        if (receipt.verdict() == Receipt.Verdict.SENT) {
            sent.increment();
        } else {
            registry.counter("toso.push.failed", "reason", receipt.reason()).increment();
        }
    }

    void marks(Map<String, Mark> marks) {
        marks.values().stream().filter(mark -> mark.state() == State.GIVEN_UP).forEach(mark -> givenUp.increment());
    }

    void refused(boolean is) {
        refused.set(is ? 1 : 0);
    }

    void queue(long waiting, long secondsOfOldest) {
        queued.set(waiting);
        oldestSeconds.set(secondsOfOldest);
    }
}
