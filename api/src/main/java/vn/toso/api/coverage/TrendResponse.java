package vn.toso.api.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;

/**
 * How an area came to be where it is with one service.
 *
 * @param points the earliest first
 * @param asOf everything acknowledged before this moment is counted, on the day on which it occurred
 * @param devicesNotSynced phones of the area that did not synchronise for 24 hours, so that work may be missing
 * @param tree {@code then} when each day sums the hamlets that were below the area on it, {@code now} when those of today
 */
record TrendResponse(
        AreaId areaId,
        String name,
        String service,
        List<TrendPoint> points,
        Instant asOf,
        TreeName tree,
        long devicesNotSynced) {

    /**
     * The count at the end of a day; of today: as of now.
     *
     * @param share achieved of eligible, 0 to 1, to four decimals; absent where nobody is eligible
     * @param registered households
     * @param visited households with a live visit
     */
    record TrendPoint(
            LocalDate day,
            long eligible,
            long reached,
            long achieved,
            long refused,
            long blocked,
            @Nullable Double share,
            long registered,
            long visited) {}
}
