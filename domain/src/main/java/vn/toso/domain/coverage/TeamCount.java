package vn.toso.domain.coverage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The hamlets of an area and their teams, as of now: teams have no past.
 *
 * @param hamlets how many hamlets there are
 * @param covered how many have a team
 * @param active how many have a team that is at work: it logged a visit within the last 30 days, today among them
 */
public record TeamCount(long hamlets, long covered, long active) {

    public static final TeamCount NONE = new TeamCount(0, 0, 0);

    /** How long a team counts as at work after a visit; that day is the first. */
    private static final int DAYS_AT_WORK = 30;

    /**
     * The team of one hamlet.
     *
     * @param lastVisitOn day of the latest visit that one of its members logged there; null when there is none
     */
    public record OfHamlet(@Nullable LocalDate lastVisitOn) {

        boolean isAtWork(LocalDate today) {
            return lastVisitOn != null && lastVisitOn.isAfter(today.minusDays(DAYS_AT_WORK));
        }
    }

    /** @param team null for a hamlet without one */
    static TeamCount ofHamlet(@Nullable OfHamlet team, LocalDate today) {
        return new TeamCount(1, team == null ? 0 : 1, team != null && team.isAtWork(today) ? 1 : 0);
    }

    public TeamCount plus(TeamCount other) {
        return new TeamCount(hamlets + other.hamlets, covered + other.covered, active + other.active);
    }
}
