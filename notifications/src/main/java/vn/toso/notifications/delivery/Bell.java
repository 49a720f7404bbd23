package vn.toso.notifications.delivery;

import java.util.EnumMap;
import java.util.Map;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Tells this node's delivery that something was left in a lane of the outbox. */
public final class Bell {

    private final Map<Lane, Sinks.Empty<Void>> next = new EnumMap<>(Lane.class);

    /** Wakes whoever waits for that lane. */
    void ring(Lane lane) {
        Sinks.Empty<Void> rung;
        synchronized (this) {
            rung = next.remove(lane);
        }
        if (rung != null) {
            rung.tryEmitEmpty();
        }
    }

    /** Completes at the lane's next ring; to be taken before looking whether there is work, so that none is missed. */
    synchronized Mono<Void> nextRing(Lane lane) {
        return next.computeIfAbsent(lane, waits -> Sinks.empty()).asMono();
    }
}
