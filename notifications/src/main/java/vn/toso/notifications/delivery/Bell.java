package vn.toso.notifications.delivery;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Tells this node's delivery that something was left in the outbox. */
public final class Bell {

    private Sinks.Empty<Void> next = Sinks.empty();

    /** Wakes whoever waits. */
    void ring() {
        Sinks.Empty<Void> rung;
        synchronized (this) {
            rung = next;
            next = Sinks.empty();
        }
        rung.tryEmitEmpty();
    }

    /** Completes at the next ring; to be taken before looking whether there is work, so that none is missed. */
    synchronized Mono<Void> nextRing() {
        return next.asMono();
    }
}
