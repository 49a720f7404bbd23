package vn.toso.domain.sync;

import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Households;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.Id;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.task.Task;
import vn.toso.domain.task.Tasks;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.visit.Visits;

/** The documents that work is about. */
public final class Subjects {

    private final Households households;
    private final Visits visits;
    private final Tasks tasks;
    private final AreaTrees trees;

    public Subjects(Households households, Visits visits, Tasks tasks, AreaTrees trees) {
        this.households = households;
        this.visits = visits;
        this.tasks = tasks;
        this.trees = trees;
    }

    /** The document as it stands, when the actor may see it; else empty. */
    Mono<Versioned<?>> find(Actor actor, @Nullable Id subject) {
        return request(actor, subject).onErrorComplete(Problem.class);
    }

    private Mono<Versioned<?>> request(Actor actor, @Nullable Id subject) {
        if (subject instanceof HouseholdId household) {
            return households.find(actor, household).map(found -> found);
        }
        if (subject instanceof VisitId visit) {
            return visits.get(actor, visit).map(found -> found);
        }
        if (subject instanceof TaskId task) {
            return tasks.get(actor, task).map(found -> found);
        }
        return Mono.empty();
    }

    /**
     * The hamlet that work concerns, in whoever's scope it lies, so that its leader can be asked; where nothing tells, a
     * hamlet of the sender. Empty when the sender has none.
     */
    Mono<Optional<AreaId>> hamletOf(Actor sender, @Nullable Id place) {
        return requestHamlet(place)
                .filter(hamlet -> trees.current().find(hamlet).isPresent())
                .map(Optional::of)
                .defaultIfEmpty(sender.scope().hamlets().stream().min(Comparator.comparing(AreaId::value)));
    }

    private Mono<AreaId> requestHamlet(@Nullable Id place) {
        if (place instanceof AreaId hamlet) {
            return Mono.just(hamlet);
        }
        if (place instanceof HouseholdId household) {
            return households.collection().find(household).map(Household::hamletId);
        }
        if (place instanceof VisitId visit) {
            return visits.collection().find(visit).map(Visit::hamletId);
        }
        return place instanceof TaskId task ? tasks.collection().find(task).map(Task::hamletId) : Mono.empty();
    }
}
