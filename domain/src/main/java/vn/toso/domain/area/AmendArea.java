package vn.toso.domain.area;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.access.Role;
import vn.toso.domain.change.Amendment;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/** Corrects what is said of an area. Where it lies in the tree changes by reorganisations only. */
public final class AmendArea {

    private final AreaTrees trees;
    private final Areas areas;
    private final Amendment<Area> amendment;

    public AmendArea(Areas areas, AreaTrees trees) {
        this.areas = areas;
        this.trees = trees;
        this.amendment = new Amendment<>(areas.collection());
    }

    /**
     * Emits the area as stored. A commune's leader amends the hamlets of the own commune, the province everything;
     * {@code not-found} for a hamlet out of scope, {@code forbidden} for an area that the actor may see only.
     *
     * @param expected the version the caller saw; null for any
     * @param change from what is said now to what is to be said
     */
    public Mono<Area> amend(Actor actor, AreaId id, @Nullable Long expected, UnaryOperator<AreaForm> change) {
        return Mono.fromRunnable(() -> actor.require(Permission.EDIT_HAMLETS))
                .then(amendment.make(actor, current(actor, id), expected, area -> amended(area, change)))
                .flatMap(trees::refreshedAfter);
    }

    private Mono<Area> current(Actor actor, AreaId id) {
        return areas.collection()
                .find(id)
                .filter(area -> VisibleAreas.isVisible(actor, area))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("area")))
                .doOnNext(area -> requireMayAmend(actor, area));
    }

    private static void requireMayAmend(Actor actor, Area area) {
        boolean hamletOrProvince = area.level() == AreaLevel.HAMLET || actor.role() == Role.PROVINCE_ADMIN;
        if (!hamletOrProvince || !actor.scope().hasArea(area.id())) {
            throw Problem.of(ProblemCode.FORBIDDEN, "forbidden.area");
        }
    }

    private static Area amended(Area area, UnaryOperator<AreaForm> change) {
        FieldErrors errors = new FieldErrors();
        AreaForm form = change.apply(AreaForm.of(area)).checked(area.level(), errors);
        errors.throwIfAny();
        return form.equals(AreaForm.of(area)) ? area : area.saying(form);
    }
}
