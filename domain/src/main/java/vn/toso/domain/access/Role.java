package vn.toso.domain.access;

/** What somebody is in the programme. What a role may do is said in {@link Permission}. */
public enum Role {
    TEAM_MEMBER,
    COMMUNE_LEADER,
    DISTRICT_STAFF,
    PROVINCE_ADMIN,
    DATA_OFFICER
}
