package vn.toso.domain.sync;

import java.time.Instant;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Role;

/**
 * Whose phone is served, and what it is to hold.
 *
 * @param visitsSince the earliest moment of visits that it holds
 */
record Phone(Actor actor, Holding holding, Instant visitsSince) {

    /** Team members carry their hamlets' households with them; everybody else asks for them on demand. */
    static boolean carriesHouseholds(Actor actor) {
        return actor.role() == Role.TEAM_MEMBER;
    }

    static boolean watchesCoverage(Actor actor) {
        return !carriesHouseholds(actor);
    }
}
