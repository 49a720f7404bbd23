package vn.toso.domain.problem;

import java.util.List;

/** A request that cannot be carried out, with what the caller needs to mend it. Carries no personal data. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final String detail;
    private final transient List<FieldError> errors;

    private Problem(ProblemCode code, String detail, List<FieldError> errors) {
        // No stack trace: a problem is an answer, not a fault, and is made at every refused request.
        super(code.code() + " " + detail + " " + errors, null, false, false);
        this.code = code;
        this.detail = detail;
        this.errors = errors;
    }

    public static Problem invalid(String pointer, String rule, Object... args) {
        return invalid(List.of(FieldError.of(pointer, rule, args)));
    }

    public static Problem invalid(List<FieldError> errors) {
        return new Problem(ProblemCode.INVALID, "invalid", errors);
    }

    /**
     * There is none within the caller's scope.
     *
     * @param what what was looked for, in the API's words: {@code household}, {@code visit}
     */
    public static Problem notFound(String what) {
        return new Problem(ProblemCode.NOT_FOUND, "not-found." + what, List.of());
    }

    /**
     * Any problem without a field to blame.
     *
     * @param reason the key of the sentence: {@code detail.<reason>} in the message bundles
     */
    public static Problem of(ProblemCode code, String reason) {
        return new Problem(code, reason, List.of());
    }

    public static Problem of(ProblemCode code, String reason, List<FieldError> errors) {
        return new Problem(code, reason, errors);
    }

    public ProblemCode code() {
        return code;
    }

    /** Key of the sentence that tells this problem apart from others of its code: {@code detail.<reason>}. */
    public String reason() {
        return detail;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
