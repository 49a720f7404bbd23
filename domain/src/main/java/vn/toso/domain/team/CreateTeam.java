package vn.toso.domain.team;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.DuplicateDocument;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.storage.Revision;

/** Founds the team of a commune or a hamlet. */
public final class CreateTeam {

    /** @param areaId the commune or hamlet; the team's level is that of the area */
    public record Command(@Nullable AreaId areaId, TeamForm form) {}

    private static final String USUAL_NAME = "Tổ công nghệ số cộng đồng ";

    private final Teams teams;
    private final Seats seats;
    private final AreaTrees trees;
    private final IdSource ids;
    private final Clock clock;

    public CreateTeam(Teams teams, Members members, AreaTrees trees, IdSource ids, Clock clock) {
        this.teams = teams;
        this.seats = new Seats(members);
        this.trees = trees;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Emits the team as stored. {@code invalid}: {@code /areaId} is no commune or hamlet of the scope, a seat is a
     * stranger's, or a value of the form is wrong; {@code conflict}: the area has a team.
     */
    public Mono<Team> create(Actor actor, Command command) {
        return Mono.fromSupplier(() -> toTeam(actor, command))
                .delayUntil(team -> seats.check(actor, team.members(), List.of()))
                .flatMap(team -> teams.collection().insert(actor, team))
                .onErrorMap(DuplicateDocument.class, taken -> Problem.of(ProblemCode.CONFLICT, "conflict.team-exists"));
    }

    static String usualName(Area area) {
        return USUAL_NAME + area.fullName();
    }

    private Team toTeam(Actor actor, Command command) {
        actor.require(Permission.EDIT_TEAMS);
        FieldErrors errors = new FieldErrors();
        Optional<Area> area = areaOf(actor, command.areaId());
        errors.check(area.isPresent(), "/areaId", "unknown-area");
        TeamForm form = command.form().checked(area.map(CreateTeam::usualName).orElse(USUAL_NAME), errors);
        errors.throwIfAny();
        Area home = area.orElseThrow();
        return new Team(
                new TeamId(ids.next()),
                Revision.NONE,
                home.level(),
                home.id(),
                Objects.requireNonNull(form.name()),
                form.decision(),
                form.members(),
                false);
    }

    private Optional<Area> areaOf(Actor actor, @Nullable AreaId id) {
        LocalDate today = Days.today(clock);
        return Optional.ofNullable(id)
                .filter(actor.scope()::hasArea)
                .flatMap(trees.current()::find)
                .filter(area -> area.level() == AreaLevel.HAMLET || area.level() == AreaLevel.COMMUNE)
                .filter(area -> area.existsOn(today));
    }
}
