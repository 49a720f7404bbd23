package vn.toso.domain.sync;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import vn.toso.domain.problem.FieldError;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/**
 * A problem as it is kept: a repeat gets the same answer, in the language it asks for.
 *
 * @param code {@link ProblemCode#code()}
 * @param reason {@link Problem#reason()}
 */
public record Refusal(String code, String reason, List<Part> errors) {

    /** One {@link FieldError}; what its sentence names is kept as text. */
    public record Part(String pointer, String code, List<String> args) {}

    static Refusal of(Problem problem) {
        return new Refusal(
                problem.code().code(),
                problem.reason(),
                problem.errors().stream()
                        .map(error -> new Part(
                                KeptContent.ofText(error.pointer()),
                                error.code(),
                                error.args().stream()
                                        .map(Refusal::text)
                                        .map(KeptContent::ofText)
                                        .toList()))
                        .toList());
    }

    /** The problem as it was told first. */
    public Problem problem() {
        ProblemCode known = Arrays.stream(ProblemCode.values())
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElse(ProblemCode.INVALID);
        return Problem.of(
                known,
                reason,
                errors.stream()
                        .map(error -> new FieldError(error.pointer(), error.code(), List.copyOf(error.args())))
                        .toList());
    }

    private static String text(Object arg) {
        return arg instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(arg);
    }
}
