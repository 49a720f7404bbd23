package vn.toso.api.me;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.access.Role;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.team.MemberStatus;

/**
 * What a phone shows of its owner.
 *
 * @param areas home areas
 * @param hamlets the hamlets that lie under them today
 * @param team the first team with a seat for the member; absent when none
 * @param unread notices not read yet
 */
record Me(
        Self member,
        List<Home> areas,
        List<Hamlet> hamlets,
        @Nullable TeamName team,
        long unread) {

    /** The member's own record. */
    record Self(
            MemberId id, String name, Role role, @Nullable String phone, MemberStatus status, long version) {}

    /** A home area, its name as people say it. */
    record Home(AreaId id, String name, AreaLevel level) {}

    record Hamlet(AreaId id, String name) {}

    record TeamName(TeamId id, String name) {}
}
