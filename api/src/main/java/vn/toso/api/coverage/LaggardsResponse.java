package vn.toso.api.coverage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of an area's hamlets, the least share first.
 *
 * @param next what to send as {@code after} for the next part; absent at the end
 * @param asOf everything acknowledged before this moment is counted
 * @param devicesNotSynced phones of the area that did not synchronise for 24 hours, so that work may be missing
 */
record LaggardsResponse(
        List<CoverageResponse.AreaCell> items, @Nullable String next, Instant asOf, long devicesNotSynced) {}
