package vn.toso.domain.problem;

import java.util.List;

/**
 * One value that breaks a rule.
 *
 * @param pointer JSON pointer (RFC 6901) to the value in the request, such as {@code /activities/0/outcome}
 * @param code stable name of the rule, such as {@code required}; the sentence for people stands in the message bundles
 *     under {@code error.<code>}
 * @param args what the sentence names: the limit, the allowed values
 */
public record FieldError(String pointer, String code, List<Object> args) {

    public static FieldError of(String pointer, String code, Object... args) {
        return new FieldError(pointer, code, List.of(args));
    }
}
