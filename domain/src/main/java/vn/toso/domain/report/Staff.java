package vn.toso.domain.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.team.Team;
import vn.toso.domain.team.Team.Seat;

/** The teams of an area and who belongs to them now. */
final class Staff {

    private final Map<AreaId, Team> teams = new HashMap<>();
    private final Set<MemberId> present;

    /** @param present those of the teams' members who have not left */
    Staff(Collection<Team> teams, Set<MemberId> present) {
        teams.forEach(team -> this.teams.put(team.areaId(), team));
        this.present = present;
    }

    static List<MemberId> seated(Collection<Team> teams) {
        return teams.stream()
                .flatMap(team -> team.members().stream())
                .map(Seat::memberId)
                .distinct()
                .toList();
    }

    long teams(AreaLevel level, Collection<AreaId> areas) {
        return of(level, areas).size();
    }

    /** Each person once, however many teams of that level the person belongs to. */
    long members(AreaLevel level, Collection<AreaId> areas) {
        Set<MemberId> members = new HashSet<>(seated(of(level, areas)));
        members.retainAll(present);
        return members.size();
    }

    /** Teams one of whose members is among these. */
    long active(AreaLevel level, Collection<AreaId> areas, Set<MemberId> atWork) {
        return of(level, areas).stream()
                .filter(team -> team.members().stream().map(Seat::memberId).anyMatch(atWork::contains))
                .count();
    }

    private List<Team> of(AreaLevel level, Collection<AreaId> areas) {
        return areas.stream()
                .filter(teams::containsKey)
                .map(teams::get)
                .filter(team -> team.level() == level)
                .toList();
    }
}
