package vn.toso.api.coverage;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toso.api.coverage.CoverageResponse.HouseholdCell;
import vn.toso.domain.id.AreaId;

/**
 * Everything counted in one hamlet as of now, for phones.
 *
 * @param services count by service code; a service without eligible or reached units has no entry
 * @param computedAt when it was counted
 */
record HamletCoverageResponse(
        AreaId hamletId,
        HouseholdCell households,
        Map<String, ServiceCell> services,
        Instant computedAt,
        long version) {

    /**
     * One service's count of units: persons, households or sessions, as the service says.
     *
     * @param share achieved of eligible, 0 to 1, to four decimals; absent where nobody is eligible
     */
    record ServiceCell(
            long eligible,
            long reached,
            long achieved,
            long refused,
            long blocked,
            @Nullable Double share) {}
}
