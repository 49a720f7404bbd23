package vn.toso.domain.coverage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The households of an area on one day.
 *
 * @param registered how many are registered
 * @param declared the hamlet heads' count; null when no hamlet has one
 * @param visited how many have a live visit
 * @param lastVisitOn day of the latest live visit; null when none
 * @param paying how many have somebody, or as a household have, achieved a service that feeds the headline {@code payment};
 *     null for a past day, for which that isn't kept
 * @param skilled likewise for {@code skill}
 */
public record HouseholdCount(
        long registered,
        @Nullable Long declared,
        long visited,
        @Nullable LocalDate lastVisitOn,
        @Nullable Long paying,
        @Nullable Long skilled) {

    public static final HouseholdCount EMPTY = new HouseholdCount(0, null, 0, null, null, null);

    /** What is known of a past day. */
    static HouseholdCount ofPast(long registered, long visited) {
        return new HouseholdCount(registered, null, visited, null, null, null);
    }

    /** What the head of a hamlet says, and nothing else. */
    static HouseholdCount declared(@Nullable Long declared) {
        return new HouseholdCount(0, declared, 0, null, null, null);
    }

    public HouseholdCount plus(HouseholdCount other) {
        return new HouseholdCount(
                registered + other.registered,
                sum(declared, other.declared),
                visited + other.visited,
                lastVisitOn == null || (other.lastVisitOn != null && other.lastVisitOn.isAfter(lastVisitOn))
                        ? other.lastVisitOn
                        : lastVisitOn,
                sum(paying, other.paying),
                sum(skilled, other.skilled));
    }

    private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one + other;
    }

    HouseholdCount withoutDeclared() {
        return new HouseholdCount(registered, null, visited, lastVisitOn, paying, skilled);
    }
}
