package vn.toso.domain.service;

/** What came of an activity at the door. */
public enum Outcome {
    ACHIEVED,
    /** Helped, not there yet. */
    ASSISTED,
    REFERRED,
    REFUSED,
    ABSENT,
    /** Something outside the household's will stood in the way; the activity says what. */
    BLOCKED
}
