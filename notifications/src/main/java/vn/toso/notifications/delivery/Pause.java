package vn.toso.notifications.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How long to wait before trying again: twice as long each time, jittered, so that not all come back at once. */
final class Pause {

    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int MOST_DOUBLINGS = 9;

    private Pause() {}

    /**
     * Between half and the whole of the usual pause, but never less than what the other side wants.
     *
     * @param failures how often it was tried in vain before this time
     * @param wanted by the other side; null when it didn't say
     */
    static Duration after(int failures, @Nullable Duration wanted, RandomGenerator dice) {
        Duration usual = SHORTEST.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration longest = usual.compareTo(LONGEST) < 0 ? usual : LONGEST;
        Duration jittered = Duration.ofMillis((long) (longest.toMillis() * (0.5 + dice.nextDouble() / 2)));
        return wanted == null || wanted.compareTo(jittered) < 0 ? jittered : wanted.plus(jittered.dividedBy(10));
    }
}
