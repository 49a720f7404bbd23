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
 */
public record HouseholdCount(
        long registered,
        @Nullable Long declared,
        long visited,
        @Nullable LocalDate lastVisitOn) {

    public static final HouseholdCount EMPTY = new HouseholdCount(0, null, 0, null);

    public HouseholdCount plus(HouseholdCount other) {
        return new HouseholdCount(
                registered + other.registered,
                declared == null
                        ? other.declared
                        : other.declared == null ? declared : Long.valueOf(declared + other.declared),
                visited + other.visited,
                lastVisitOn == null || (other.lastVisitOn != null && other.lastVisitOn.isAfter(lastVisitOn))
                        ? other.lastVisitOn
                        : lastVisitOn);
    }

    HouseholdCount withoutDeclared() {
        return new HouseholdCount(registered, null, visited, lastVisitOn);
    }
}
