package vn.toso.domain.sync;

import java.util.List;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.sync.Holding.Company;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Team;
import vn.toso.domain.team.Teams;

/** With whom somebody works: a team member's phone shows the teams and the members of its areas. */
final class Companies {

    private final Teams teams;
    private final Members members;

    Companies(Teams teams, Members members) {
        this.teams = teams;
        this.members = members;
    }

    Mono<Company> of(Actor actor) {
        return Phone.carriesHouseholds(actor)
                ? Mono.zip(
                        teams.visibleTo(actor).collectList(),
                        members.colleagues(actor).map(Member::id).collectList(),
                        (shown, people) -> new Company(
                                own(actor, shown),
                                Holding.sorted(shown.stream().map(Team::id).toList()),
                                Holding.sorted(people)))
                : Mono.just(Company.NONE);
    }

    private static List<TeamId> own(Actor actor, List<Team> shown) {
        return Holding.sorted(shown.stream()
                .filter(team -> team.has(actor.memberId()))
                .map(Team::id)
                .toList());
    }
}
