package vn.toso.domain.team;

/** Where somebody's membership stands. Only an active member gets in. */
public enum MemberStatus {
    INVITED,
    ACTIVE,
    SUSPENDED,
    LEFT
}
