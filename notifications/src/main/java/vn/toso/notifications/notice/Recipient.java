package vn.toso.notifications.notice;

import org.jspecify.annotations.Nullable;
import vn.toso.domain.access.Role;

/** Whom a rule tells, seen from what happened. */
public enum Recipient {
    /** Who has the task; all of a team while nobody of it has claimed the task. */
    ASSIGNEE(null),
    /** Who gave the task. */
    ASSIGNER(null),
    /** Who sent the work. */
    SENDER(null),
    /** Everybody at home in the area, or with work in the campaign. */
    MEMBERS(null),
    /** Leaders of the commune. */
    LEADERS(Role.COMMUNE_LEADER),
    /** Staff of the oversight area. */
    OVERSIGHT(Role.DISTRICT_STAFF),
    PROVINCE(Role.PROVINCE_ADMIN);

    private final @Nullable Role role;

    Recipient(@Nullable Role role) {
        this.role = role;
    }

    /** The role of those above a hamlet; null for those who are part of what happened. */
    @Nullable
    Role role() {
        return role;
    }
}
