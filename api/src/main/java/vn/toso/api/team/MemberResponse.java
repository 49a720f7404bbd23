package vn.toso.api.team;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.access.Role;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.team.MemberStatus;

/**
 * A user of Tổ Số.
 *
 * @param phone ten digits; only for those who manage members, and for the member
 * @param areas home areas
 * @param invitedUntil until when the open invitation holds; absent when none is open
 * @param generated true for a person of the demo, else absent
 */
record MemberResponse(
        MemberId id,
        String name,
        @Nullable String phone,
        Role role,
        List<AreaId> areas,
        MemberStatus status,
        @Nullable Instant invitedUntil,
        @Nullable Boolean generated,
        long version) {}
