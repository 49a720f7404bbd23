package vn.toso.api.sync;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.toso.domain.id.MutationId;

/**
 * One piece of work.
 *
 * @param id made by the phone (UUIDv7), so that sending again does nothing twice
 * @param kind {@code visit.record}, {@code household.amend} …
 * @param at when it was done, by the phone's clock
 * @param baseVersion the version of the document that the member saw; required by amendments
 * @param body depends on the kind
 */
record MutationRequest(
        MutationId id,
        String kind,
        @Nullable OffsetDateTime at,
        @Nullable Long baseVersion,
        @Schema(implementation = Object.class) JsonNode body) {}
