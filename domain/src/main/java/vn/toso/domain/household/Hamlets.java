package vn.toso.domain.household;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.AreaTree;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.problem.Problem;

/** Where a household may live. */
final class Hamlets {

    private Hamlets() {}

    /** Refuses what is no hamlet of the actor's scope that stands on the day, with {@code not-found}. */
    static void require(Actor actor, AreaTree tree, @Nullable AreaId hamlet, LocalDate day) {
        boolean known = hamlet != null
                && actor.scope().hasHamlet(hamlet)
                && tree.find(hamlet)
                        .filter(area -> area.level() == AreaLevel.HAMLET && area.existsOn(day))
                        .isPresent();
        if (!known) {
            throw Problem.notFound("hamlet");
        }
    }
}
