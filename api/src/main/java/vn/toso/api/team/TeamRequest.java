package vn.toso.api.team;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.team.Team;

/**
 * A team to found.
 *
 * @param areaId its commune or hamlet
 * @param name absent for the usual one: Tổ công nghệ số cộng đồng, then the area's name
 * @param decision the founding decision; absent when not on file
 * @param members who belongs to it, at most one of them the head
 */
record TeamRequest(
        AreaId areaId,
        @Nullable String name,
        @Nullable Decision decision,
        @Nullable List<Seat> members) {

    record Decision(String number, LocalDate date) {}

    record Seat(MemberId memberId, Team.Position position) {}
}
