package vn.toso.api.json;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.toso.api.problem.JsonFaults;
import vn.toso.domain.problem.FieldError;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/**
 * Amends a form by a JSON merge patch (RFC 7396): a field that the patch doesn't name stays, one that it sets to null
 * loses its value, objects merge, lists are replaced.
 */
@Component
public final class MergePatch {

    private final JsonMapper json;

    MergePatch(JsonMapper json) {
        this.json = json;
    }

    /**
     * The form after the patch. Throws {@code malformed} for what {@code type} cannot hold (a patch may name only its
     * fields), {@code invalid} where the patch takes away what is required.
     *
     * @param current what can be amended, as it stands
     * @param patch the request's body
     * @param type the record of both
     */
    public <T> T apply(T current, JsonNode patch, Class<T> type) {
        if (!(patch instanceof ObjectNode changes)) {
            throw Problem.of(ProblemCode.MALFORMED, "malformed.body", List.of(FieldError.of("", "not-an-object")));
        }
        ObjectNode merged = json.valueToTree(current);
        merge(merged, changes);
        T amended = read(merged, type);
        List<FieldError> missing = Required.missingIn(amended);
        if (!missing.isEmpty()) {
            throw Problem.invalid(missing);
        }
        return amended;
    }

    private <T> T read(ObjectNode form, Class<T> type) {
        try {
            return json.treeToValue(form, type);
        } catch (JacksonException e) {
            throw JsonFaults.of(e);
        }
    }

    /** A null stays in the tree instead of removing its field, so that an unknown field is refused even when it is null. */
    private static void merge(ObjectNode target, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> change : patch.properties()) {
            JsonNode now = target.get(change.getKey());
            if (change.getValue() instanceof ObjectNode inner) {
                ObjectNode merged = now instanceof ObjectNode old ? old : target.objectNode();
                merge(merged, inner);
                target.set(change.getKey(), merged);
            } else {
                target.set(change.getKey(), change.getValue());
            }
        }
    }
}
