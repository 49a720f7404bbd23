package vn.toso.domain.change;

import java.time.Duration;

/**
 * How a node works on the change log.
 *
 * @param lease how long a slot or a piece of work stays a node's own without renewal; it is renewed after a third
 * @param poll how often a node looks for what other nodes appended
 * @param sweep how often documents are looked for that the log lacks
 * @param clocks what the clocks of nodes may differ, and a write may take from its time stamp to the disk
 * @param retention the age at which entries leave the log
 */
public record LogSettings(Duration lease, Duration poll, Duration sweep, Duration clocks, Duration retention) {

    public static final LogSettings DEFAULT = new LogSettings(
            Duration.ofSeconds(10),
            Duration.ofMillis(250),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofDays(180));
}
