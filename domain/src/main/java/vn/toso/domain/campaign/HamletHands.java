package vn.toso.domain.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Role;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Team;
import vn.toso.domain.team.Teams;

/** Finds who works in a hamlet today. */
final class HamletHands {

    /**
     * Who gets the tasks of a hamlet: a team, or members in an order that every node agrees on.
     *
     * @param ofHamlet false when the hamlet has nobody, so that they lead its commune, or launched the campaign
     */
    record Hands(List<MemberId> members, @Nullable TeamId team, boolean ofHamlet) {}

    private final Members members;
    private final Teams teams;
    private final AreaTrees trees;

    HamletHands(Members members, Teams teams, AreaTrees trees) {
        this.members = members;
        this.teams = teams;
        this.trees = trees;
    }

    /** @param launcher gets the tasks where there is neither a member nor a leader */
    Mono<Hands> of(AreaId hamlet, ShareRule rule, LocalDate day, MemberId launcher) {
        Mono<Hands> own = rule == ShareRule.TO_TEAM ? teamOf(hamlet) : membersOf(hamlet);
        return own.switchIfEmpty(leaderOf(hamlet, day)).defaultIfEmpty(new Hands(List.of(launcher), null, false));
    }

    private Mono<Hands> teamOf(AreaId hamlet) {
        return teams.ofAreas(List.of(hamlet))
                .filter(team -> !team.members().isEmpty())
                .map(Team::id)
                .next()
                .map(team -> new Hands(List.of(), team, true));
    }

    private Mono<Hands> membersOf(AreaId hamlet) {
        return members.activeOf(List.of(hamlet))
                .filter(member -> member.role() == Role.TEAM_MEMBER)
                .map(Member::id)
                .sort(Comparator.comparing(MemberId::value))
                .collectList()
                .filter(ids -> !ids.isEmpty())
                .map(ids -> new Hands(ids, null, true));
    }

    /** Who leads the nearest area above. */
    private Mono<Hands> leaderOf(AreaId hamlet, LocalDate day) {
        List<AreaId> above =
                trees.current().pathOf(hamlet, day).stream().map(Area::id).toList();
        return members.activeOf(above)
                .filter(member -> member.role() == Role.COMMUNE_LEADER)
                .collectList()
                .filter(leaders -> !leaders.isEmpty())
                .map(leaders -> new Hands(nearest(leaders, above), null, false));
    }

    private static List<MemberId> nearest(List<Member> leaders, List<AreaId> above) {
        List<MemberId> found = new ArrayList<>();
        for (AreaId area : above) {
            leaders.stream()
                    .filter(leader -> leader.areas().contains(area))
                    .map(Member::id)
                    .sorted(Comparator.comparing(MemberId::value))
                    .forEach(found::add);
            if (!found.isEmpty()) {
                return List.copyOf(found);
            }
        }
        return found;
    }
}
