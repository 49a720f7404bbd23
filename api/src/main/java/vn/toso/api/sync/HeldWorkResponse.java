package vn.toso.api.sync;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.toso.api.problem.ProblemBody;
import vn.toso.api.trail.AboutCitizens;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.MutationId;
import vn.toso.domain.sync.HeldWork;

/**
 * Work that was not carried out.
 *
 * @param id the mutation's
 * @param hamletId the hamlet that it concerns, or one of the sender's where that isn't known
 * @param memberId who sent it
 * @param kind as sent
 * @param at when it was done, by the phone's clock
 * @param body as sent
 * @param outcome {@code rejected} or {@code quarantined}
 * @param problem why
 * @param reason of a leader's rejection
 */
@Schema(name = "HeldWork")
record HeldWorkResponse(
        MutationId id,
        @Nullable AreaId hamletId,
        MemberId memberId,
        UUID deviceId,
        String kind,
        @Nullable OffsetDateTime at,
        @Nullable Long baseVersion,
        @Schema(implementation = Object.class) JsonNode body,
        String outcome,
        ProblemBody problem,
        HeldWork.State state,
        Instant receivedAt,
        @Nullable MemberId resolvedBy,
        @Nullable Instant resolvedAt,
        @Nullable String reason,
        long version)
        implements AboutCitizens {

    /** The one that the work names, whether there is such a household or not: its sender wrote down who lives there. */
    @Override
    public Stream<UUID> households() {
        String named = body.path(kind.equals("household.register") ? "id" : "householdId")
                .asString("");
        try {
            return Stream.of(UUID.fromString(named));
        } catch (IllegalArgumentException noId) {
            return Stream.empty();
        }
    }
}
