package vn.toso.api.team;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.access.Role;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.team.MemberStatus;

/**
 * What can be changed of a member; null takes a value away.
 *
 * @param phone any way of writing a mobile number
 * @param areas all home areas from now on
 * @param status {@code SUSPENDED} and back to {@code ACTIVE}, or {@code LEFT}
 */
record MemberFields(
        @Nullable String name,
        @Nullable String phone,
        @Nullable Role role,
        @Nullable List<AreaId> areas,
        @Nullable MemberStatus status) {}
