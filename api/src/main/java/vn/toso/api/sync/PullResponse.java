package vn.toso.api.sync;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toso.api.trail.AboutCitizens;
import vn.toso.domain.id.AreaId;

/**
 * What is new for a phone.
 *
 * @param changes what to take and what to drop, in this order
 * @param next what to send as {@code after} the next time; to be kept only together with the changes
 * @param more whether there is more to fetch right now
 */
record PullResponse(List<Changed> changes, String next, boolean more, Scope scope, Instant serverTime)
        implements AboutCitizens {

    @Override
    public Stream<UUID> households() {
        return changes.stream()
                .flatMap(changed -> Stream.ofNullable(changed.body()))
                .flatMap(AboutCitizens::in);
    }

    /** To take a document in the place of what is there, or to drop it. */
    enum Op {
        put,
        remove
    }

    /**
     * One document, however often it changed.
     *
     * @param kind {@code area}, {@code service}, {@code team}, {@code member}, {@code household}, {@code task},
     *     {@code visit}, {@code coverage}, {@code quarantine}, {@code notice}; others are to be ignored
     * @param version absent for {@code remove}
     * @param body the document as its own address answers it; absent for {@code remove}
     */
    record Changed(
            String kind,
            Op op,
            UUID id,
            @Nullable Long version,
            @Schema(type = "object") @Nullable Object body) {}

    /**
     * Whose documents the phone holds.
     *
     * @param version one more whenever it changed
     * @param entered hamlets whose documents come from this answer on
     * @param left hamlets whose documents are to be dropped, after unsent work was pushed
     */
    record Scope(long version, List<AreaId> entered, List<AreaId> left) {}
}
