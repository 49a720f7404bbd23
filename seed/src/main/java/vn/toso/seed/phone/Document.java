package vn.toso.seed.phone;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A document as the server had it when it was last heard of.
 *
 * @param kind such as {@code household}
 * @param version rises with every change of the document; goes back to the server as the base of an amendment
 * @param body the same as the REST interface answers
 */
public record Document(String kind, UUID id, long version, JsonNode body) {

    /** What names a document: ids are unique within a kind. */
    public record Key(String kind, UUID id) {}

    public Key key() {
        return new Key(kind, id);
    }

    /** The hamlet that it belongs to; null for what belongs to none, such as a service. */
    public @Nullable String hamlet() {
        JsonNode hamlet = body.get("hamletId");
        return hamlet == null || hamlet.isNull() ? null : hamlet.asString();
    }
}
