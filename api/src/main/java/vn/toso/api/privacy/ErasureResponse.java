package vn.toso.api.privacy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.ErasureId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.id.SubjectRequestId;
import vn.toso.domain.privacy.Erasure;

/**
 * That somebody was erased.
 *
 * @param visits how many visits were changed; `tasks` likewise
 * @param contents how much was forgotten in the quarantine and of lost conflicts
 * @param finishedAt absent while it runs: it goes on by itself
 */
@Schema(name = "Erasure")
record ErasureResponse(
        ErasureId id,
        HouseholdId householdId,
        ResidentId residentId,
        @Nullable SubjectRequestId requestId,
        String basis,
        MemberId startedBy,
        Instant startedAt,
        long visits,
        long tasks,
        long contents,
        @Nullable Instant finishedAt) {

    static ErasureResponse of(Erasure erasure) {
        return new ErasureResponse(
                erasure.id(),
                erasure.householdId(),
                erasure.residentId(),
                erasure.requestId(),
                erasure.basis(),
                erasure.startedBy(),
                erasure.startedAt(),
                erasure.visits(),
                erasure.tasks(),
                erasure.contents(),
                erasure.finishedAt());
    }
}
