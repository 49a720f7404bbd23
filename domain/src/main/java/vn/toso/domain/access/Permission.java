package vn.toso.domain.access;

import static vn.toso.domain.access.Role.COMMUNE_LEADER;
import static vn.toso.domain.access.Role.DATA_OFFICER;
import static vn.toso.domain.access.Role.DISTRICT_STAFF;
import static vn.toso.domain.access.Role.PROVINCE_ADMIN;
import static vn.toso.domain.access.Role.TEAM_MEMBER;

import java.util.EnumSet;
import java.util.Set;

/** The table of what each role may do, always within its scope. */
public enum Permission {
    READ_AREAS(TEAM_MEMBER, COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN, DATA_OFFICER),
    READ_COVERAGE(TEAM_MEMBER, COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN, DATA_OFFICER),
    READ_TEAMS(TEAM_MEMBER, COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN, DATA_OFFICER),
    /** Households and residents are personal data: staff above the commune read them on demand, one scope at a time. */
    READ_HOUSEHOLDS(TEAM_MEMBER, COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN, DATA_OFFICER),
    READ_VISITS(TEAM_MEMBER, COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN, DATA_OFFICER),
    READ_TASKS(TEAM_MEMBER, COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN),
    EDIT_HOUSEHOLDS(TEAM_MEMBER, COMMUNE_LEADER, PROVINCE_ADMIN),
    TRANSFER_HOUSEHOLDS(COMMUNE_LEADER, PROVINCE_ADMIN),
    RECORD_VISITS(TEAM_MEMBER, COMMUNE_LEADER),
    WORK_TASKS(TEAM_MEMBER, COMMUNE_LEADER),
    ASSIGN_TASKS(COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN),
    EDIT_HAMLETS(COMMUNE_LEADER, PROVINCE_ADMIN),
    EDIT_TEAMS(COMMUNE_LEADER, PROVINCE_ADMIN),
    EDIT_MEMBERS(COMMUNE_LEADER, PROVINCE_ADMIN),
    EDIT_SERVICES(PROVINCE_ADMIN),
    EDIT_TARGETS(COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN),
    FREEZE_MONTHS(COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN),
    /** Other people's work that was not carried out; everybody sees the own. */
    READ_QUARANTINE(COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN),
    RESOLVE_QUARANTINE(COMMUNE_LEADER, PROVINCE_ADMIN),
    /** The reports that plan 171/KH-UBND asks for: figures of areas, nothing about single people. */
    READ_REPORTS(COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN, DATA_OFFICER),
    /** To areas of the scope; everybody reads the own inbox. */
    ANNOUNCE(COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN),
    /** Announcements that ring at night and however much rang before: for those who answer for more than one commune. */
    ANNOUNCE_URGENTLY(DISTRICT_STAFF, PROVINCE_ADMIN),
    READ_NOTICE_RULES(COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN, DATA_OFFICER),
    EDIT_NOTICE_RULES(PROVINCE_ADMIN),
    /** Whole lists as files, with pseudonyms in place of ids. */
    EXPORT_DATA(COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN, DATA_OFFICER),
    /** The same with ids, names, phones and notes: for who answers for these people, and for who answers their requests. */
    EXPORT_PERSONAL_DATA(COMMUNE_LEADER, DATA_OFFICER),
    /** To take in what somebody asks about the own data, and to see how far it is. */
    RECEIVE_DATA_REQUESTS(COMMUNE_LEADER, PROVINCE_ADMIN, DATA_OFFICER),
    /** To acknowledge, extend and close it. */
    HANDLE_DATA_REQUESTS(PROVINCE_ADMIN, DATA_OFFICER),
    /** All that is held of a person, with who saw it. */
    READ_DOSSIERS(DATA_OFFICER),
    ERASE_RESIDENTS(PROVINCE_ADMIN, DATA_OFFICER),
    HANDLE_BREACHES(PROVINCE_ADMIN, DATA_OFFICER),
    /** How long things are kept, and which days are holidays. */
    EDIT_PRIVACY_RULES(PROVINCE_ADMIN, DATA_OFFICER),
    /** The keys that citizens' data are sealed with; nobody sees a key. */
    ROTATE_KEYS(PROVINCE_ADMIN, DATA_OFFICER);

    @SuppressWarnings("ImmutableEnumChecker") // an EnumSet that nothing writes to after construction
    private final Set<Role> roles;

    Permission(Role... roles) {
        this.roles = EnumSet.noneOf(Role.class);
        this.roles.addAll(Set.of(roles));
    }

    public boolean isGivenTo(Role role) {
        return roles.contains(role);
    }
}
