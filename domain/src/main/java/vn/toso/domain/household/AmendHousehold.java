package vn.toso.domain.household;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.change.Amendment;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.problem.FieldErrors;

/** Corrects what is said of a household. */
public final class AmendHousehold {

    private final Households households;
    private final Amendment<Household> amendment;

    public AmendHousehold(Households households) {
        this.households = households;
        this.amendment = new Amendment<>(households.collection());
    }

    /**
     * Emits the household as stored; {@code not-found} out of scope.
     *
     * @param expected the version the caller saw; null for any: then the change is made to whatever is there
     * @param change from what is said now to what is to be said
     */
    public Mono<Household> amend(
            Actor actor, HouseholdId id, @Nullable Long expected, UnaryOperator<HouseholdForm> change) {
        return Mono.fromRunnable(() -> actor.require(Permission.EDIT_HOUSEHOLDS))
                .then(amendment.make(actor, households.get(actor, id), expected, current -> amended(current, change)));
    }

    private static Household amended(Household household, UnaryOperator<HouseholdForm> change) {
        HouseholdForm present = HouseholdForm.of(household);
        FieldErrors errors = new FieldErrors();
        HouseholdForm form = change.apply(present).checked(errors);
        errors.throwIfAny();
        return form.equals(present) ? household : household.saying(form);
    }
}
