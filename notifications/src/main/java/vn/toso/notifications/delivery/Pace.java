package vn.toso.notifications.delivery;

import java.time.Duration;

/**
 * How fast a node delivers.
 *
 * @param lease for how long it has pushes in hand; another node takes them when it has said nothing by then
 * @param patience how long one batch may take, less than the lease
 * @param poll how often it looks for what other nodes left, and for what came due
 * @param batches how many batches of a lane are under way at once, so that the store is asked while FCM is
 */
public record Pace(Duration lease, Duration patience, Duration poll, int batches) {

    /** FCM's client tries five times by itself, which takes a minute for what is slow; a hundred messages side by side. */
    public static final Pace USUAL = new Pace(Duration.ofMinutes(5), Duration.ofMinutes(4), Duration.ofMillis(500), 3);
}
