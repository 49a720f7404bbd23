package vn.toso.domain.household;

import java.util.List;
import reactor.core.publisher.Flux;
import vn.toso.domain.storage.Invariant;

/** A household lives in one hamlet at a time, without a gap, and now in the one that it says. */
public final class StaysAgree implements Invariant {

    private final Households households;

    public StaysAgree(Households households) {
        this.households = households;
    }

    @Override
    public String promise() {
        return "every household lives in one hamlet at a time";
    }

    @Override
    public Flux<Broken> broken() {
        return Flux.from(households.collection().documents().find())
                .filter(household -> !agree(household))
                .map(household ->
                        new Broken("households " + household.id(), "has stays that do not follow each other"));
    }

    private static boolean agree(Household household) {
        List<Stay> stays = household.stays();
        for (int i = 1; i < stays.size(); i++) {
            if (!stays.get(i).from().equals(stays.get(i - 1).to())) {
                return false;
            }
        }
        Stay last = stays.isEmpty() ? null : stays.get(stays.size() - 1);
        return last != null && last.to() == null && last.hamletId().equals(household.hamletId());
    }
}
