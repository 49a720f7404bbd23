package vn.toso.notifications.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * Stops this node from sending while FCM refuses our credentials, and lets one push through now and then to see whether an
 * operator mended them.
 */
final class Circuit {

    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 5;

    private int refusals;
    private Instant probeAt = Instant.MIN;

    /** Whether we were refused and nothing has gone out since. */
    synchronized boolean isRefused() {
        return refusals > 0;
    }

    /** When the next one may go out; of no meaning while nobody refuses us. */
    synchronized Instant probeAt() {
        return probeAt;
    }

    /** How many may go out together now: none, or one to see whether we are let in again, or as many as there are. */
    synchronized int admitsNow(Instant now) {
        if (refusals == 0) {
            return PushSender.MOST;
        }
        return now.isBefore(probeAt) ? 0 : 1;
    }

    /** Some are about to go out: while we are refused no other one follows for a while. */
    synchronized void tried(Instant now) {
        probeAt = refusals == 0 ? probeAt : now.plus(SHORTEST);
    }

    /** Returns whether this is news. */
    synchronized boolean refused(Instant now) {
        Duration pause = SHORTEST.multipliedBy(1L << Math.min(refusals, MOST_DOUBLINGS));
        probeAt = now.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
        return refusals++ == 0;
    }

    /** Returns whether this is news. */
    synchronized boolean admitted() {
        boolean news = refusals > 0;
        refusals = 0;
        return news;
    }
}
