package vn.toso.domain.household;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.Amendment;
import vn.toso.domain.household.RegisterHousehold.Registered;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/** Takes one more person into a household. */
public final class AddResident {

    private final Households households;
    private final Amendment<Household> amendment;
    private final Clock clock;

    public AddResident(Households households, Clock clock) {
        this.households = households;
        this.amendment = new Amendment<>(households.collection());
        this.clock = clock;
    }

    /**
     * Emits the household as stored, the person registered today. An identical repeat emits the stored one, however the
     * person was changed since; {@code conflict} when the id stands for somebody else in the household; {@code not-found}
     * for a household out of scope.
     *
     * @param expected the version the caller saw; null for any
     */
    public Mono<Registered> add(Actor actor, HouseholdId id, @Nullable Long expected, NewResident written) {
        return Mono.fromSupplier(() -> checked(actor, written))
                .flatMap(resident ->
                        households.get(actor, id).flatMap(household -> stored(actor, household, expected, resident)));
    }

    private Resident checked(Actor actor, NewResident written) {
        actor.require(Permission.EDIT_HOUSEHOLDS);
        LocalDate today = Days.today(clock);
        FieldErrors errors = new FieldErrors();
        NewResident resident = written.checked("", today, errors);
        errors.throwIfAny();
        return resident.toResident(today);
    }

    private Mono<Registered> stored(Actor actor, Household household, @Nullable Long expected, Resident resident) {
        return isThere(household, resident)
                ? households.collection().ensureLogged(household).map(present -> new Registered(present, true))
                : amendment
                        .make(actor, households.get(actor, household.id()), expected, now -> added(now, resident))
                        .map(changed -> new Registered(changed, false));
    }

    private static Household added(Household household, Resident resident) {
        if (isThere(household, resident)) {
            return household;
        }
        household.resident(resident.id()).ifPresent(present -> {
            String reason = present.isErased() ? "conflict.resident-erased" : "conflict.resident-exists";
            throw Problem.of(ProblemCode.CONFLICT, reason);
        });
        requireRoom(household);
        return household.with(resident);
    }

    private static boolean isThere(Household household, Resident resident) {
        return household
                .resident(resident.id())
                .filter(present -> present.asRegistered() == resident.asRegistered())
                .isPresent();
    }

    private static void requireRoom(Household household) {
        long present =
                household.residents().stream().filter(r -> r.leftOn() == null).count();
        if (present >= RegisterHousehold.MOST_RESIDENTS) {
            throw Problem.invalid("/residents", "too-many", RegisterHousehold.MOST_RESIDENTS);
        }
    }
}
