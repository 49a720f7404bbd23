package vn.toso.domain.privacy;

import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Households;
import vn.toso.domain.household.Resident;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.problem.Problem;

/** Finds people by their own id, whichever household they belong to. */
public final class People {

    /** Somebody, and where they live. */
    public record Person(Household household, Resident resident) {}

    private final Households households;

    public People(Households households) {
        this.households = households;
    }

    /** The person within the actor's scope, who wasn't erased; else {@code not-found}. */
    public Mono<Person> get(Actor actor, ResidentId id) {
        return households
                .ofResident(actor, id)
                .flatMap(household -> Mono.justOrEmpty(household
                        .resident(id)
                        .filter(resident -> !resident.isErased())
                        .map(resident -> new Person(household, resident))))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("resident")));
    }
}
