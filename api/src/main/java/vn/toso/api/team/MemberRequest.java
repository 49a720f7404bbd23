package vn.toso.api.team;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.access.Role;
import vn.toso.domain.id.AreaId;

/**
 * Somebody to invite.
 *
 * @param phone any way of writing a mobile number
 * @param areas home areas: what the member sees is what lies under them
 */
record MemberRequest(String name, @Nullable String phone, Role role, List<AreaId> areas) {}
