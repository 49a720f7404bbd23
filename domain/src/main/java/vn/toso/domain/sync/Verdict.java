package vn.toso.domain.sync;

import java.util.Locale;

/** What became of a mutation. */
public enum Verdict {
    /** It is carried out. */
    APPLIED,
    /** It was carried out when it came before; nothing happened now. */
    ALREADY_APPLIED,
    /** Somebody changed the same before it: the server's document stands, what was sent is kept. */
    CONFLICT,
    /** It breaks a rule; its content is kept in the quarantine. */
    REJECTED,
    /** It is about something outside the sender's scope, or nothing known: a leader decides. */
    QUARANTINED;

    /** The word in the API: {@code already-applied}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the same mutation is answered when it comes again. */
    Verdict again() {
        return this == APPLIED ? ALREADY_APPLIED : this;
    }

    /** Whether the content waits for a leader. */
    boolean isHeld() {
        return this == REJECTED || this == QUARANTINED;
    }
}
