package vn.toso.seed.phone;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One piece of work to send. Once made it never changes: sent again, it is the same to the byte.
 *
 * @param id made by the phone (UUIDv7); how the server knows a repeat
 * @param kind what was done, such as {@code visit.record}
 * @param at when, by the phone's clock
 * @param baseVersion the version of the document that the user had before the eyes; null for what is new
 */
public record Mutation(
        UUID id, String kind, OffsetDateTime at, @Nullable Long baseVersion, JsonNode body) {

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id.toString());
        json.put("kind", kind);
        json.put("at", at.toString());
        json.put("baseVersion", baseVersion);
        json.set("body", body);
        return json;
    }
}
