package vn.toso.domain.coverage;

import java.util.OptionalDouble;

/**
 * One service in one area on one day: counts of units (persons, households, sessions, as the service's unit says).
 *
 * @param eligible who counts in the denominator
 * @param reached units with any live visit with that service
 * @param achieved units that achieved it
 * @param refused units that refused and haven't achieved
 * @param blocked units that were blocked and haven't achieved
 */
public record Cell(long eligible, long reached, long achieved, long refused, long blocked) {

    public static final Cell EMPTY = new Cell(0, 0, 0, 0, 0);

    public Cell plus(Cell other) {
        return new Cell(
                eligible + other.eligible,
                reached + other.reached,
                achieved + other.achieved,
                refused + other.refused,
                blocked + other.blocked);
    }

    /** How much more than the other one; negative where it is less. */
    public Cell minus(Cell other) {
        return new Cell(
                eligible - other.eligible,
                reached - other.reached,
                achieved - other.achieved,
                refused - other.refused,
                blocked - other.blocked);
    }

    /** Achieved of eligible; absent, never 0, where nobody is eligible. */
    public OptionalDouble share() {
        return eligible == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) achieved / eligible);
    }
}
