package vn.toso.domain.visit;

import java.util.List;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.id.VisitId;

/** Takes a person out of the visits to a household; what was done stays counted, of nobody. */
public final class ForgetInVisits {

    private final Visits visits;

    public ForgetInVisits(Visits visits) {
        this.visits = visits;
    }

    /**
     * Emits how many visits were changed, once none is left that says anything of the person.
     *
     * @param tells whether a text is about them
     */
    public Mono<Long> forget(HouseholdId household, ResidentId person, Predicate<String> tells) {
        return round(household, person, tells)
                .expand(changed -> changed == 0 ? Mono.empty() : round(household, person, tells))
                .reduce(0L, Long::sum);
    }

    /** The visits to a household: what is said of one of them may be said of somebody who lives there. */
    public Flux<VisitId> idsOf(HouseholdId household) {
        return visits.ofHouseholds(List.of(household)).map(Visit::id);
    }

    /** Somebody may void one of them at the same moment: then it is found again. */
    private Mono<Long> round(HouseholdId household, ResidentId person, Predicate<String> tells) {
        return visits.ofHouseholds(List.of(household))
                .filter(visit -> !visit.forgetting(person, tells).equals(visit))
                .map(visit -> visit.forgetting(person, tells))
                .collectList()
                .flatMap(changed ->
                        visits.collection().replaceAll(Actor.SYSTEM, changed).then(Mono.just((long) changed.size())));
    }
}
