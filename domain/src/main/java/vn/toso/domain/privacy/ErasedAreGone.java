package vn.toso.domain.privacy;

import static com.mongodb.client.model.Filters.in;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;
import vn.toso.domain.household.Households;
import vn.toso.domain.storage.Invariant;
import vn.toso.domain.visit.Visits;

/** Who was erased is in no household and no visit. */
public final class ErasedAreGone implements Invariant {

    private static final int PAGE = 500;

    private final Erasures erasures;
    private final Households households;
    private final Visits visits;

    public ErasedAreGone(Erasures erasures, Households households, Visits visits) {
        this.erasures = erasures;
        this.households = households;
        this.visits = visits;
    }

    @Override
    public String promise() {
        return "who was erased is in no household and no visit";
    }

    @Override
    public Flux<Broken> broken() {
        return erasures.erasedSince(Instant.EPOCH)
                .flatMapIterable(erased -> erased)
                .buffer(PAGE)
                .concatMap(some -> Flux.concat(inHouseholds(some), inVisits(some)));
    }

    private Flux<Broken> inHouseholds(Collection<UUID> erased) {
        return Flux.from(households.collection().documents().find(in("residents.id", erased)))
                .filter(household -> household.residents().stream()
                        .anyMatch(person -> erased.contains(person.id().value()) && !person.isErased()))
                .map(household -> new Broken("households " + household.id(), "has somebody who was erased"));
    }

    private Flux<Broken> inVisits(Collection<UUID> erased) {
        return Flux.from(visits.collection().documents().find(in("activities.residentId", erased)))
                .map(visit -> new Broken("visits " + visit.id(), "names somebody who was erased"));
    }
}
