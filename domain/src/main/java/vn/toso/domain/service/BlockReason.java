package vn.toso.domain.service;

/** Why an activity was blocked. */
public enum BlockReason {
    NO_PHONE,
    NO_SIGNAL,
    NO_PAPER,
    POLICE_APPOINTMENT,
    BANK_BRANCH,
    OTHER
}
