package vn.toso.api.team;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.team.Team;

/**
 * A team (tổ).
 *
 * @param decision the founding decision; absent when not on file
 * @param members who belongs to it, the head first
 * @param generated true for demo data, else absent
 */
record TeamResponse(
        TeamId id,
        AreaLevel level,
        AreaId areaId,
        String name,
        @Nullable Decision decision,
        List<Seat> members,
        @Nullable Boolean generated,
        long version) {

    record Decision(String number, LocalDate date) {}

    record Seat(MemberId memberId, Team.Position position) {}
}
