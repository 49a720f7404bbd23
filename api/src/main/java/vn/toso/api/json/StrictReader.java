package vn.toso.api.json;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.toso.api.problem.JsonFaults;
import vn.toso.domain.problem.FieldError;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/** Reads what a controller takes as bytes or as a tree, as strictly as a body. */
@Component
public final class StrictReader {

    private final JsonMapper json;
    private final JsonMapper sorted;

    StrictReader(JsonMapper json) {
        this.json = json;
        this.sorted =
                json.rebuild().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();
    }

    /** The body of a request; {@code malformed} for what {@code type} cannot hold, {@code invalid} for what is missing. */
    public <T> T read(byte[] body, Class<T> type) {
        try {
            return complete(json.readValue(body, type));
        } catch (JacksonException e) {
            throw JsonFaults.of(e);
        }
    }

    /** A part of a body, likewise. */
    public <T> T read(JsonNode part, Class<T> type) {
        try {
            return complete(json.treeToValue(part, type));
        } catch (JacksonException e) {
            throw JsonFaults.of(e);
        }
    }

    /** A part of a body that must be an object, as a copy that can be taken apart. */
    public ObjectNode object(JsonNode part) {
        if (part instanceof ObjectNode object) {
            return object.deepCopy();
        }
        throw Problem.of(ProblemCode.MALFORMED, "malformed.body", List.of(FieldError.of("", "not-an-object")));
    }

    /** Takes these fields out of an object and reads them. */
    public <T> T take(ObjectNode object, Class<T> type, String... fields) {
        ObjectNode taken = json.createObjectNode();
        for (String field : fields) {
            JsonNode value = object.remove(field);
            if (value != null) {
                taken.set(field, value);
            }
        }
        return read(taken, type);
    }

    /** A tree from text that was one. */
    public JsonNode tree(String text) {
        return json.readTree(text);
    }

    /** As text, the same however the fields of objects are ordered. */
    public String text(JsonNode part) {
        return sorted.writeValueAsString(part);
    }

    private static <T> T complete(T body) {
        List<FieldError> missing = Required.missingIn(body);
        if (!missing.isEmpty()) {
            throw Problem.invalid(missing);
        }
        return body;
    }
}
