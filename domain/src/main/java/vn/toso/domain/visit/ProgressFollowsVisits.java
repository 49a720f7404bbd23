package vn.toso.domain.visit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Households;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.storage.Invariant;

/** What a household shows is what its visits add up to: nothing lost, nothing twice. */
public final class ProgressFollowsVisits implements Invariant {

    private static final int PAGE = 200;

    private final Visits visits;
    private final Households households;

    public ProgressFollowsVisits(Visits visits, Households households) {
        this.visits = visits;
        this.households = households;
    }

    @Override
    public String promise() {
        return "every household shows what its visits add up to";
    }

    @Override
    public Flux<Broken> broken() {
        return Flux.from(households.collection().documents().find().batchSize(PAGE))
                .buffer(PAGE)
                .concatMap(this::wrong)
                .map(household ->
                        new Broken("households " + household.id(), "does not show what its visits add up to"));
    }

    private Flux<Household> wrong(List<Household> page) {
        return visits.ofHouseholds(page.stream().map(Household::id).toList())
                .collectMultimap(visit -> HouseholdId.class.cast(visit.householdId()))
                .flatMapIterable(byHousehold ->
                        page.stream().filter(home -> differs(home, byHousehold)).toList());
    }

    private static boolean differs(Household household, Map<HouseholdId, Collection<Visit>> visits) {
        return !Progress.of(visits.getOrDefault(household.id(), List.of())).isOnFileOf(household);
    }
}
