package vn.toso.domain.household;

import java.time.Clock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.Amendment;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.problem.Problem;

/** Corrects what is said of a resident; also that the person left, or came back. */
public final class AmendResident {

    private final Households households;
    private final Amendment<Household> amendment;
    private final Clock clock;

    public AmendResident(Households households, Clock clock) {
        this.households = households;
        this.amendment = new Amendment<>(households.collection());
        this.clock = clock;
    }

    /**
     * Emits the household as stored; {@code not-found} for a household out of scope or a person who isn't in it.
     *
     * @param expected the household's version that the caller saw; null for any
     * @param change from what is said now to what is to be said
     */
    public Mono<Household> amend(
            Actor actor,
            HouseholdId id,
            ResidentId resident,
            @Nullable Long expected,
            UnaryOperator<ResidentForm> change) {
        return Mono.fromRunnable(() -> actor.require(Permission.EDIT_HOUSEHOLDS))
                .then(amendment.make(
                        actor, households.get(actor, id), expected, current -> amended(current, resident, change)));
    }

    private Household amended(Household household, ResidentId id, UnaryOperator<ResidentForm> change) {
        Resident resident = household.resident(id).orElseThrow(() -> Problem.notFound("resident"));
        ResidentForm present = ResidentForm.of(resident);
        FieldErrors errors = new FieldErrors();
        ResidentForm form = change.apply(present).checked("", resident.registeredOn(), Days.today(clock), errors);
        errors.throwIfAny();
        return form.equals(present) ? household : household.with(resident.saying(form));
    }
}
