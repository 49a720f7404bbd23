package vn.toso.api.sync;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * What a phone did offline.
 *
 * @param deviceId the phone's own id
 * @param sentAt the phone's time
 * @param mutations at most 500, in the order in which they were done; each is read by itself, so that one that cannot be
 *     read harms no other
 */
record PushRequest(
        UUID deviceId,
        OffsetDateTime sentAt,

        @ArraySchema(schema = @Schema(implementation = MutationRequest.class))
        List<JsonNode> mutations) {}
