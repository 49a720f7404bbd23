package vn.toso.api.sync;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.api.problem.ProblemBody;

/**
 * What became of each mutation.
 *
 * @param results one for each mutation, in their order
 * @param serverTime by which a phone can tell how wrong its clock is
 */
record PushResponse(List<One> results, Instant serverTime) {

    /**
     * What became of one.
     *
     * @param id as sent; absent where none could be read
     * @param outcome {@code applied}, {@code already-applied}, {@code conflict}, {@code rejected}, {@code quarantined}
     * @param version of the document after it; absent unless it was carried out
     * @param current the server's document, for a conflict
     * @param problem why it was not carried out, or not wholly
     */
    @Schema(name = "PushResult")
    record One(
            @Nullable String id,
            String outcome,
            @Nullable Long version,
            @Schema(type = "object") @Nullable Object current,
            @Nullable ProblemBody problem) {}
}
