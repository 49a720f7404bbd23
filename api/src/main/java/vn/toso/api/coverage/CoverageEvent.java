package vn.toso.api.coverage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toso.api.coverage.CoverageResponse.HouseholdCell;
import vn.toso.api.coverage.CoverageResponse.TeamCell;
import vn.toso.api.coverage.HamletCoverageResponse.ServiceCell;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.id.AreaId;

/**
 * What an event of the stream says.
 *
 * @param children the areas right below: all of them, or in a {@code change} those that changed
 * @param asOf everything acknowledged before this moment is counted
 */
record CoverageEvent(AreaCounts area, List<AreaCounts> children, Instant asOf, long devicesNotSynced) {

    /**
     * Every service's counts of one area.
     *
     * @param services by code; a service without eligible or reached units has no entry
     */
    record AreaCounts(
            AreaId areaId,
            String name,
            @Nullable String formerCommune,
            AreaLevel level,
            HouseholdCell households,
            @Nullable TeamCell teams,
            Map<String, ServiceCell> services) {}
}
