package vn.toso.api.problem;

import java.time.Duration;
import vn.toso.domain.problem.ProblemCode;

/** There is nothing wrong with a request but its moment. */
public final class TryLater extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final String reason;
    private final Duration wait;

    /**
     * @param reason the end of the key of its sentence
     * @param wait after which it may be tried again
     */
    public TryLater(ProblemCode code, String reason, Duration wait) {
        // No stack trace: it is made when there is no time for one.
        super(code.code() + " " + reason, null, false, false);
        this.code = code;
        this.reason = reason;
        this.wait = wait;
    }

    ProblemCode code() {
        return code;
    }

    String reason() {
        return reason;
    }

    /** In whole seconds, at least one: what {@code Retry-After} says. */
    long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
