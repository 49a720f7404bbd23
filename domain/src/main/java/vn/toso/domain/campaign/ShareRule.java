package vn.toso.domain.campaign;

/** Who gets the tasks of a hamlet. Where a hamlet has nobody of that kind, the leader of its commune gets them. */
public enum ShareRule {
    /** The hamlet's active members, each about as many as the others. */
    EVENLY,
    /** The hamlet's team: whoever of it comes first claims one. */
    TO_TEAM
}
