package vn.toso.domain.household;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.Amendment;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MutationId;
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
                        actor,
                        households.get(actor, id),
                        expected,
                        current -> amended(actor, current, resident, change)));
    }

    /**
     * Makes a change that was decided offline: fields that nobody else changed since are changed, for the others the
     * stored value stands. The same change once more changes nothing. Fails like {@link #amend}.
     *
     * @param base the household's version that the sender saw
     * @param mutation by which it was sent: arriving once more, it undoes nothing that was said since
     */
    public Mono<Merged> merge(
            Actor actor,
            HouseholdId id,
            ResidentId resident,
            long base,
            MutationId mutation,
            UnaryOperator<ResidentForm> change) {
        return merge(actor, id, resident, base, mutation, (person, form) -> change.apply(form));
    }

    /**
     * Notes offline that a person left, on a day by a clock that may be wrong: it is taken as today's where it lies ahead,
     * as the day of registration where it lies before that. Else like {@link #merge}.
     */
    public Mono<Merged> leave(
            Actor actor, HouseholdId id, ResidentId resident, long base, MutationId mutation, LocalDate day) {
        return merge(actor, id, resident, base, mutation, (person, form) -> form.leaving(possible(person, day)));
    }

    private Mono<Merged> merge(
            Actor actor,
            HouseholdId id,
            ResidentId resident,
            long base,
            MutationId mutation,
            BiFunction<Resident, ResidentForm, ResidentForm> change) {
        Hand hand = new Hand(actor.memberId(), mutation);
        return Mono.defer(() -> {
            actor.require(Permission.EDIT_HOUSEHOLDS);
            Set<String> conflicts = new TreeSet<>();
            return amendment
                    .make(
                            actor,
                            households.get(actor, id),
                            null,
                            current -> merged(hand, current, resident, base, change, conflicts))
                    .map(stored -> new Merged(stored, conflicts));
        });
    }

    private LocalDate possible(Resident person, LocalDate day) {
        LocalDate today = Days.today(clock);
        LocalDate past = day.isAfter(today) ? today : day;
        return past.isBefore(person.registeredOn()) ? person.registeredOn() : past;
    }

    private Household amended(Actor actor, Household household, ResidentId id, UnaryOperator<ResidentForm> change) {
        Resident resident = personOf(household, id);
        Hand hand = new Hand(actor.memberId(), null);
        return said(hand, household, resident, wanted(resident, change.apply(ResidentForm.of(resident))));
    }

    private Household merged(
            Hand hand,
            Household household,
            ResidentId id,
            long base,
            BiFunction<Resident, ResidentForm, ResidentForm> change,
            Set<String> conflicts) {
        Resident resident = personOf(household, id);
        ResidentForm present = ResidentForm.of(resident);
        ResidentForm wanted = wanted(resident, change.apply(resident, present));
        Set<String> repeated =
                Merge.repeated(ResidentForm.FIELDS.changed(present, wanted), resident.fieldVersions(), hand);
        ResidentForm fresh = wanted.with(repeated, present);
        conflicts.clear();
        conflicts.addAll(
                Merge.conflicts(ResidentForm.FIELDS.changed(present, fresh), resident.fieldVersions(), base, hand));
        return said(hand, household, resident, fresh.with(conflicts, present));
    }

    private static Resident personOf(Household household, ResidentId id) {
        return household
                .resident(id)
                .filter(resident -> !resident.isErased())
                .orElseThrow(() -> Problem.notFound("resident"));
    }

    private ResidentForm wanted(Resident resident, ResidentForm said) {
        FieldErrors errors = new FieldErrors();
        ResidentForm form = said.checked("", resident.registeredOn(), Days.today(clock), errors);
        errors.throwIfAny();
        return form;
    }

    private static Household said(Hand hand, Household household, Resident resident, ResidentForm form) {
        return form.equals(ResidentForm.of(resident))
                ? household
                : household.with(resident.saying(form, household.revision().version() + 1, hand));
    }
}
