package vn.toso.domain.sync;

import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import vn.toso.domain.access.Actor;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Households;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;

/** The households that live in the hamlets of a team member now. */
final class HouseholdShelf implements Shelf {

    private final Households households;

    HouseholdShelf(Households households) {
        this.households = households;
    }

    @Override
    public String kind() {
        return households.collection().kind();
    }

    @Override
    public boolean isFor(Actor actor) {
        return Phone.carriesHouseholds(actor);
    }

    @Override
    public boolean isByHamlet(Actor actor) {
        return true;
    }

    @Override
    public Flux<Household> present(Phone phone, Collection<UUID> ids) {
        return households.findAll(
                phone.actor(), ids.stream().map(HouseholdId::new).toList());
    }

    @Override
    public Flux<Household> page(Phone phone, @Nullable AreaId hamlet, Place.@Nullable Key after, int limit) {
        return households.ofHamlet(Objects.requireNonNull(hamlet), after == null ? null : after.id(), limit);
    }
}
