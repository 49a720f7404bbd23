package vn.toso.api.problem;

import org.springframework.security.core.AuthenticationException;

/** The token of a request doesn't say who is asking. */
public final class Unauthenticated extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason the end of the sentence's key, under {@code detail.unauthenticated.}: {@code expired} */
    public Unauthenticated(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    /** Made at every refused request; nobody reads where. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
