package vn.toso.api.team;

import java.time.Instant;

/**
 * Somebody who was invited, with the code that lets them in. The code is shown this once and kept nowhere.
 *
 * @param code what the person types at the first sign-in
 * @param expiresAt from when on the code is void
 */
record InvitedResponse(MemberResponse member, String code, Instant expiresAt) {}
