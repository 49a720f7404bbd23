package vn.toso.api.coverage;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.id.AreaId;

/**
 * How far an area and each area right below it have come with one service.
 *
 * @param asOf everything acknowledged before this moment is counted
 * @param tree {@code now} when today's tree sums the hamlets, {@code then} when that of the day asked for does
 * @param devicesNotSynced phones of the area that did not synchronise for 24 hours, so that work may be missing
 */
record CoverageResponse(AreaCell area, List<AreaCell> children, Instant asOf, TreeName tree, long devicesNotSynced) {

    /**
     * One area's count of units: persons, households or sessions, as the service says.
     *
     * @param formerCommune tells hamlets of one name apart since the communes merged; absent for none
     * @param eligible who counts in the denominator
     * @param reached units with any live visit with that service
     * @param refused units that refused and haven't achieved
     * @param blocked units that were blocked and haven't achieved
     * @param share achieved of eligible, 0 to 1, to four decimals; absent where nobody is eligible
     * @param teams absent for a past day, of which that isn't known
     */
    record AreaCell(
            AreaId areaId,
            String name,
            @Nullable String formerCommune,
            AreaLevel level,
            String service,
            long eligible,
            long reached,
            long achieved,
            long refused,
            long blocked,
            @Nullable Double share,
            HouseholdCell households,
            @Nullable TeamCell teams) {}

    /**
     * The hamlets of an area and their teams.
     *
     * @param covered how many of them have a team
     * @param active how many have a team that logged a visit within the last 30 days
     */
    record TeamCell(long hamlets, long covered, long active) {}

    /**
     * The households of an area.
     *
     * @param declared the hamlet heads' count; null when no head gave one
     * @param lastVisitOn day of the latest live visit; null when there is none
     * @param paying with somebody who pays without cash; absent for a past day, for which that isn't kept
     * @param skilled with somebody who has confirmed digital skills; absent likewise
     */
    record HouseholdCell(
            long registered,
            @JsonInclude(ALWAYS) @Nullable Long declared,
            long visited,
            @JsonInclude(ALWAYS) @Nullable LocalDate lastVisitOn,
            @Nullable Long paying,
            @Nullable Long skilled) {}
}
