package vn.toso.domain.team;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.change.Amendment;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/** Changes a team: name, founding decision, who belongs to it. */
public final class AmendTeam {

    private final Teams teams;
    private final Seats seats;
    private final Amendment<Team> amendment;

    public AmendTeam(Teams teams, Members members) {
        this.teams = teams;
        this.seats = new Seats(members);
        this.amendment = new Amendment<>(teams.collection());
    }

    /**
     * Emits the team as stored. {@code not-found} out of scope; {@code invalid} for a stranger's seat or a wrong value.
     *
     * @param expected the version the caller saw; null for any
     * @param change from what is said now to what is to be said
     */
    public Mono<Team> amend(Actor actor, TeamId id, @Nullable Long expected, UnaryOperator<TeamForm> change) {
        Mono<Team> current = teams.get(actor, id)
                .doOnNext(team -> requireInScope(actor, team))
                .delayUntil(team -> seats.check(actor, said(team, change).members(), team.members()));
        return Mono.fromRunnable(() -> actor.require(Permission.EDIT_TEAMS))
                .then(amendment.make(actor, current, expected, team -> amended(team, change)));
    }

    private static void requireInScope(Actor actor, Team team) {
        if (!actor.scope().hasArea(team.areaId())) {
            throw Problem.of(ProblemCode.FORBIDDEN, "forbidden.area");
        }
    }

    private static Team amended(Team team, UnaryOperator<TeamForm> change) {
        TeamForm form = said(team, change);
        return team.saying(Objects.requireNonNull(form.name()), form);
    }

    private static TeamForm said(Team team, UnaryOperator<TeamForm> change) {
        FieldErrors errors = new FieldErrors();
        TeamForm form = change.apply(TeamForm.of(team)).checked(team.name(), errors);
        errors.throwIfAny();
        return form;
    }
}
