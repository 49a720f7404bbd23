package vn.toso.api.problem;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.toso.domain.problem.FieldError;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/** Every problem once, as a caller would read it: for the documentation. */
@Component
public final class ProblemExamples {

    private final Sentences sentences;

    ProblemExamples(Sentences sentences) {
        this.sentences = sentences;
    }

    /** A typical problem of that code, in Vietnamese. */
    public ProblemBody of(ProblemCode code) {
        return sentences.inWords(Fault.of(typical(code)), Locale.forLanguageTag("vi"));
    }

    private static Problem typical(ProblemCode code) {
        return switch (code) {
            case MALFORMED -> Problem.of(code, "malformed.body", List.of(FieldError.of("/occurredAt", "not-a-time")));
            case INVALID -> Problem.invalid("/limit", "range", 1, 500);
            case UNAUTHENTICATED -> Problem.of(code, "unauthenticated.expired");
            case FORBIDDEN -> Problem.of(code, "forbidden");
            case NOT_FOUND -> Problem.of(code, "not-found");
            case CONFLICT -> Problem.of(code, "conflict.exists");
            case VERSION_MISMATCH -> Problem.of(code, "version-mismatch");
            case RESYNC_REQUIRED -> Problem.of(code, "resync-required");
            case TOO_LARGE -> Problem.of(code, "too-large");
            case TOO_MANY_REQUESTS -> Problem.of(code, "too-many-requests");
            case UNAVAILABLE -> Problem.of(code, "unavailable.store");
        };
    }
}
