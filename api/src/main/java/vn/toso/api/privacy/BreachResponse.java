package vn.toso.api.privacy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.BreachId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.privacy.Breach;

/**
 * A breach with its clock.
 *
 * @param tellBy until when the authority is to be told: 72 hours after it was detected
 * @param late whether that moment passed before it was told
 */
@Schema(name = "Breach")
record BreachResponse(
        BreachId id,
        Instant detectedAt,
        Instant tellBy,
        boolean late,
        Instant recordedAt,
        MemberId recordedBy,
        String what,
        List<String> data,
        @Nullable Long affected,
        @Nullable AreaId areaId,
        @Nullable String measures,
        @Nullable Instant authorityToldAt,
        @Nullable Instant peopleToldAt,
        @Nullable String whyLate,
        @Nullable Instant closedAt,
        long version) {

    static BreachResponse of(Breach breach, Instant now) {
        return new BreachResponse(
                breach.id(),
                breach.detectedAt(),
                breach.tellBy(),
                breach.isLate(now),
                breach.recordedAt(),
                breach.recordedBy(),
                breach.what(),
                breach.data(),
                breach.affected(),
                breach.areaId(),
                breach.measures(),
                breach.authorityToldAt(),
                breach.peopleToldAt(),
                breach.whyLate(),
                breach.closedAt(),
                breach.revision().version());
    }
}
