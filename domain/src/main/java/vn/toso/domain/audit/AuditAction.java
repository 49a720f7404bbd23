package vn.toso.domain.audit;

/** What somebody did. */
public enum AuditAction {
    /** Was shown what is kept of citizens. */
    READ,
    /** Wrote something. */
    CHANGED,
    /** Took a list away as a file. */
    EXPORTED,
    /** Asked for what the role doesn't allow, or what isn't there for them. */
    DENIED,
    /** Was shown so many citizens in a short time that somebody should ask why. */
    ALARM
}
