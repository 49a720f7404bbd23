package vn.toso.api.team;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be changed of a team; null takes a value away.
 *
 * @param name null for the usual one
 * @param decision the founding decision
 * @param members everybody who belongs to it from now on, at most one of them the head
 */
record TeamFields(
        @Nullable String name,
        TeamRequest.@Nullable Decision decision,
        @Nullable List<TeamRequest.Seat> members) {}
