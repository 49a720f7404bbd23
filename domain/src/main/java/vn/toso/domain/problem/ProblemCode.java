package vn.toso.domain.problem;

/** The one catalogue of problems that a caller can meet: a stable code and the HTTP status that carries it. */
public enum ProblemCode {
    /** The request cannot be read: broken JSON, an unknown field, a wrong type. */
    MALFORMED("malformed", 400),
    /** The request can be read, but a value breaks a rule. */
    INVALID("invalid", 422),
    UNAUTHENTICATED("unauthenticated", 401),
    /** Within the caller's scope, but not allowed to the caller's role. */
    FORBIDDEN("forbidden", 403),
    /** There is none, or it lies outside the caller's scope: existence isn't told. */
    NOT_FOUND("not-found", 404),
    CONFLICT("conflict", 409),
    /** The document changed since the version that the caller named. */
    VERSION_MISMATCH("version-mismatch", 412),
    RESYNC_REQUIRED("resync-required", 410),
    TOO_LARGE("too-large", 413),
    TOO_MANY_REQUESTS("too-many-requests", 429),
    UNAVAILABLE("unavailable", 503);

    private final String code;
    private final int status;

    ProblemCode(String code, int status) {
        this.code = code;
        this.status = status;
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }
}
