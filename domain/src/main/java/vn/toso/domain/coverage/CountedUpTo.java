package vn.toso.domain.coverage;

import java.time.Instant;
import java.util.function.Supplier;
import vn.toso.domain.visit.FollowVisits;

/**
 * The moment before which everything acknowledged is counted. A visit goes two ways: onto its household, and from there
 * into the hamlet's coverage.
 */
public final class CountedUpTo {

    private final FollowVisits followVisits;
    private final Supplier<Instant> onHouseholds;
    private final Supplier<Instant> inCoverage;

    /**
     * @param onHouseholds how far the follower of {@code followVisits} has come
     * @param inCoverage how far the follower of {@link FollowWork} has come
     */
    public CountedUpTo(FollowVisits followVisits, Supplier<Instant> onHouseholds, Supplier<Instant> inCoverage) {
        this.followVisits = followVisits;
        this.onHouseholds = onHouseholds;
        this.inCoverage = inCoverage;
    }

    /** To be asked before the counts are read. */
    public Instant get() {
        // In this order: what is on households by then is among what was written.
        Instant reached = onHouseholds.get();
        Instant counted = inCoverage.get();
        return earlier(earlier(reached, counted), followVisits.writtenBefore(counted));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
