package vn.toso.api.coverage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of an area's hamlets, the least share first.
 *
 * @param next what to send as {@code after} for the next part; absent at the end
 * @param asOf the oldest moment at which one of the hamlets was counted
 */
record LaggardsResponse(
        List<CoverageResponse.AreaCell> items, @Nullable String next, Instant asOf) {}
