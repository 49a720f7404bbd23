package vn.toso.domain.access;

import static vn.toso.domain.access.Reach.AROUND;
import static vn.toso.domain.access.Reach.EVERYWHERE;
import static vn.toso.domain.access.Reach.OWN;
import static vn.toso.domain.access.Reach.PLACES;
import static vn.toso.domain.access.Reach.PROVINCE;
import static vn.toso.domain.access.Reach.SCOPE;
import static vn.toso.domain.access.Reach.SCOPE_AND_OWN;
import static vn.toso.domain.access.Role.COMMUNE_LEADER;
import static vn.toso.domain.access.Role.DATA_OFFICER;
import static vn.toso.domain.access.Role.DISTRICT_STAFF;
import static vn.toso.domain.access.Role.PROVINCE_ADMIN;
import static vn.toso.domain.access.Role.TEAM_MEMBER;

import java.util.EnumSet;
import java.util.Set;

/**
 * The table of rights: what may be done, how far it reaches, and which roles may. Every operation of the API stands at one
 * of these rows or more, use cases ask for them as well, and nobody else decides who may do what.
 */
public enum Permission {
    /** Oneself: the account, its phones, the inbox. */
    OWN_ACCOUNT(OWN, TEAM_MEMBER, COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN, DATA_OFFICER),
    /** The code that a citizen looks up at the door. */
    SHOW_BADGE(OWN, TEAM_MEMBER, COMMUNE_LEADER),
    /** A phone's work and what it is to hold; each kind of work asks for its own row besides. */
    SYNCHRONISE(SCOPE_AND_OWN, TEAM_MEMBER, COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN, DATA_OFFICER),
    /** The catalogue of services, the open data. */
    READ_PUBLIC_FACTS(EVERYWHERE, TEAM_MEMBER, COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN, DATA_OFFICER),
    READ_AREAS(PLACES, TEAM_MEMBER, COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN, DATA_OFFICER),
    READ_COVERAGE(SCOPE, TEAM_MEMBER, COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN, DATA_OFFICER),
    READ_TEAMS(SCOPE_AND_OWN, TEAM_MEMBER, COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN, DATA_OFFICER),
    /** Households and residents are personal data: staff above the commune read them on demand, one scope at a time. */
    READ_HOUSEHOLDS(SCOPE, TEAM_MEMBER, COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN, DATA_OFFICER),
    READ_VISITS(SCOPE, TEAM_MEMBER, COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN, DATA_OFFICER),
    READ_TASKS(SCOPE, TEAM_MEMBER, COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN),
    READ_CAMPAIGNS(AROUND, TEAM_MEMBER, COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN),
    EDIT_HOUSEHOLDS(SCOPE, TEAM_MEMBER, COMMUNE_LEADER, PROVINCE_ADMIN),
    TRANSFER_HOUSEHOLDS(SCOPE, COMMUNE_LEADER, PROVINCE_ADMIN),
    RECORD_VISITS(SCOPE, TEAM_MEMBER, COMMUNE_LEADER),
    /** What was given to oneself or to the own team. */
    WORK_TASKS(SCOPE, TEAM_MEMBER, COMMUNE_LEADER),
    ASSIGN_TASKS(SCOPE, COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN),
    EDIT_HAMLETS(SCOPE, COMMUNE_LEADER, PROVINCE_ADMIN),
    EDIT_TEAMS(SCOPE, COMMUNE_LEADER, PROVINCE_ADMIN),
    EDIT_MEMBERS(SCOPE, COMMUNE_LEADER, PROVINCE_ADMIN),
    EDIT_SERVICES(PROVINCE, PROVINCE_ADMIN),
    EDIT_TARGETS(SCOPE, COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN),
    FREEZE_MONTHS(SCOPE, COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN),
    /** Other people's work that was not carried out; everybody sees the own. */
    READ_QUARANTINE(SCOPE_AND_OWN, COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN),
    RESOLVE_QUARANTINE(SCOPE, COMMUNE_LEADER, PROVINCE_ADMIN),
    /** The reports that plan 171/KH-UBND asks for: figures of areas, nothing about single people. */
    READ_REPORTS(SCOPE, COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN, DATA_OFFICER),
    /** To areas of the scope; everybody reads the own inbox. */
    ANNOUNCE(SCOPE, COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN),
    /** Announcements that ring at night and however much rang before: for those who answer for more than one commune. */
    ANNOUNCE_URGENTLY(SCOPE, DISTRICT_STAFF, PROVINCE_ADMIN),
    READ_NOTICE_RULES(PROVINCE, COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN, DATA_OFFICER),
    EDIT_NOTICE_RULES(PROVINCE, PROVINCE_ADMIN),
    /** Whole lists as files, with pseudonyms in place of ids. */
    EXPORT_DATA(SCOPE, COMMUNE_LEADER, DISTRICT_STAFF, PROVINCE_ADMIN, DATA_OFFICER),
    /** The same with ids, names, phones and notes: for who answers for these people, and for who answers their requests. */
    EXPORT_PERSONAL_DATA(SCOPE, COMMUNE_LEADER, DATA_OFFICER),
    /** Who read, changed, took away and was denied what. */
    READ_AUDIT(PROVINCE, PROVINCE_ADMIN, DATA_OFFICER),
    EDIT_AUDIT_SETTINGS(PROVINCE, PROVINCE_ADMIN),
    /** To take in what somebody asks about the own data, and to see how far it is. */
    RECEIVE_DATA_REQUESTS(SCOPE, COMMUNE_LEADER, PROVINCE_ADMIN, DATA_OFFICER),
    /** To acknowledge, extend and close it. */
    HANDLE_DATA_REQUESTS(SCOPE, PROVINCE_ADMIN, DATA_OFFICER),
    /** All that is held of a person, with who saw it. */
    READ_DOSSIERS(SCOPE, DATA_OFFICER),
    ERASE_RESIDENTS(SCOPE, PROVINCE_ADMIN, DATA_OFFICER),
    HANDLE_BREACHES(PROVINCE, PROVINCE_ADMIN, DATA_OFFICER),
    /** How long things are kept, and which days are holidays. */
    EDIT_PRIVACY_RULES(PROVINCE, PROVINCE_ADMIN, DATA_OFFICER),
    /** The keys that citizens' data are sealed with; nobody sees a key. */
    ROTATE_KEYS(PROVINCE, PROVINCE_ADMIN, DATA_OFFICER);

    private final Reach reach;

    @SuppressWarnings("ImmutableEnumChecker") // an EnumSet that nothing writes to after construction
    private final Set<Role> roles;

    Permission(Reach reach, Role... roles) {
        this.reach = reach;
        this.roles = EnumSet.noneOf(Role.class);
        this.roles.addAll(Set.of(roles));
    }

    public Reach reach() {
        return reach;
    }

    public boolean isGivenTo(Role role) {
        return roles.contains(role);
    }
}
