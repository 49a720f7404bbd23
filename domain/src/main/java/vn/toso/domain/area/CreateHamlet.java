package vn.toso.domain.area;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.change.DuplicateDocument;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.text.Vietnamese;

/** Adds a hamlet to a commune, from today on. */
public final class CreateHamlet {

    /** @param parentId the commune */
    public record Command(@Nullable AreaId parentId, AreaForm form) {}

    private final Areas areas;
    private final AreaTrees trees;
    private final Clock clock;

    public CreateHamlet(Areas areas, AreaTrees trees, Clock clock) {
        this.areas = areas;
        this.trees = trees;
        this.clock = clock;
    }

    /**
     * Emits the hamlet as stored. {@code invalid}: {@code /parentId} is no commune of the actor's scope today, or a value
     * of the form is wrong; {@code conflict}: the commune has its own hamlet of that type and name already.
     */
    public Mono<Area> create(Actor actor, Command command) {
        return Mono.fromSupplier(() -> toHamlet(actor, command))
                .flatMap(hamlet -> insert(actor, hamlet))
                .flatMap(trees::refreshedAfter);
    }

    /**
     * Another node may add the same hamlet at the same moment, or have done so before this one's tree tells: so the id
     * follows from commune and name, and the store lets one of them in.
     */
    private Mono<Area> insert(Actor actor, Area hamlet) {
        return areas.collection()
                .insert(actor, hamlet)
                .onErrorResume(DuplicateDocument.class, taken -> insertBeside(actor, hamlet));
    }

    /** Whoever had the name before (renamed or gone since) keeps its id; the next one follows from that. */
    private Mono<Area> insertBeside(Actor actor, Area hamlet) {
        return areas.collection()
                .find(hamlet.id())
                .filter(bearer -> !isTwin(bearer, hamlet))
                .switchIfEmpty(Mono.error(CreateHamlet::twin))
                .flatMap(bearer -> insert(actor, hamlet.identified(bearer.id().next())));
    }

    private static boolean isTwin(Area bearer, Area hamlet) {
        LocalDate today = hamlet.validFrom();
        return bearer.existsOn(today)
                && bearer.parentOn(today).equals(hamlet.parentOn(today))
                && bearer.fullName().equals(hamlet.fullName());
    }

    private static Problem twin() {
        return Problem.of(ProblemCode.CONFLICT, "conflict.hamlet-exists");
    }

    private Area toHamlet(Actor actor, Command command) {
        actor.require(Permission.EDIT_HAMLETS);
        FieldErrors errors = new FieldErrors();
        LocalDate today = Days.today(clock);
        AreaForm form = command.form().checked(AreaLevel.HAMLET, errors);
        errors.check(isCommuneOf(actor, command.parentId(), today), "/parentId", "unknown-commune");
        errors.throwIfAny();
        AreaId commune = Objects.requireNonNull(command.parentId());
        Area hamlet = hamlet(form, commune, today);
        refuseTwin(hamlet, commune, today);
        return hamlet;
    }

    private boolean isCommuneOf(Actor actor, @Nullable AreaId id, LocalDate today) {
        return id != null
                && actor.scope().hasArea(id)
                && trees.current()
                        .find(id)
                        .filter(area -> area.level() == AreaLevel.COMMUNE && area.existsOn(today))
                        .isPresent();
    }

    private static Area hamlet(AreaForm form, AreaId commune, LocalDate from) {
        String name = Objects.requireNonNull(form.name());
        AreaType type = Objects.requireNonNull(form.type());
        return new Area(
                AreaId.ofHamlet(commune, type.word() + " " + name),
                Revision.NONE,
                AreaLevel.HAMLET,
                null,
                name,
                type,
                List.of(new ParentEdge(commune, from, null)),
                from,
                null,
                null,
                form.facts(AreaLevel.HAMLET),
                Area.BY_OPERATOR,
                Vietnamese.searchWords(List.of(name)));
    }

    /** One name may repeat among hamlets that came from different former communes, not among those of one. */
    private void refuseTwin(Area hamlet, AreaId commune, LocalDate today) {
        boolean twin = trees.current().children(commune, today).stream()
                .filter(sibling ->
                        trees.current().formerCommuneOf(sibling.id(), today).isEmpty())
                .anyMatch(sibling -> sibling.fullName().equals(hamlet.fullName()));
        if (twin) {
            throw twin();
        }
    }
}
