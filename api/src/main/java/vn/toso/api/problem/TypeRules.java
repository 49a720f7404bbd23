package vn.toso.api.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import vn.toso.domain.id.Id;

/** Names the rule that a value of a wrong type breaks, by the type that was wanted. */
final class TypeRules {

    private TypeRules() {}

    static String of(Class<?> wanted) {
        if (wanted == UUID.class || Id.class.isAssignableFrom(wanted)) {
            return "not-a-uuid";
        }
        if (wanted == OffsetDateTime.class || wanted == Instant.class) {
            return "not-a-time";
        }
        if (wanted == LocalDate.class) {
            return "not-a-date";
        }
        if (wanted == String.class || wanted.isEnum()) {
            return "not-a-text";
        }
        if (wanted == boolean.class || wanted == Boolean.class) {
            return "not-a-boolean";
        }
        if (wanted == int.class || wanted == long.class || wanted == Integer.class || wanted == Long.class) {
            return "not-an-integer";
        }
        if (wanted == double.class || wanted == Double.class) {
            return "not-a-number";
        }
        if (wanted.isArray() || Collection.class.isAssignableFrom(wanted)) {
            return "not-a-list";
        }
        return Map.class.isAssignableFrom(wanted) || wanted.isRecord() ? "not-an-object" : "wrong-type";
    }
}
