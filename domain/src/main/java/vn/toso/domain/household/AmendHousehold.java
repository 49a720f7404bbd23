package vn.toso.domain.household;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.change.Amendment;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MutationId;
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
                .then(amendment.make(
                        actor, households.get(actor, id), expected, current -> amended(actor, current, change)));
    }

    /**
     * Makes a change that was decided offline: fields that nobody else changed since are changed, for the others the
     * stored value stands. The same change once more changes nothing. {@code not-found} out of scope, {@code invalid}
     * when any of the fields breaks a rule: then none is changed.
     *
     * @param base the version the sender saw
     * @param mutation by which it was sent: arriving once more, it undoes nothing that was said since
     */
    public Mono<Merged> merge(
            Actor actor, HouseholdId id, long base, MutationId mutation, UnaryOperator<HouseholdForm> change) {
        Hand hand = new Hand(actor.memberId(), mutation);
        return Mono.defer(() -> {
            actor.require(Permission.EDIT_HOUSEHOLDS);
            Set<String> conflicts = new TreeSet<>();
            return amendment
                    .make(
                            actor,
                            households.get(actor, id),
                            null,
                            current -> merged(hand, current, base, change, conflicts))
                    .map(stored -> new Merged(stored, conflicts));
        });
    }

    private static Household amended(Actor actor, Household household, UnaryOperator<HouseholdForm> change) {
        return said(
                new Hand(actor.memberId(), null), household, HouseholdForm.of(household), wanted(household, change));
    }

    private static Household merged(
            Hand hand, Household household, long base, UnaryOperator<HouseholdForm> change, Set<String> conflicts) {
        HouseholdForm present = HouseholdForm.of(household);
        HouseholdForm wanted = wanted(household, change);
        Set<String> repeated =
                Merge.repeated(HouseholdForm.FIELDS.changed(present, wanted), household.fieldVersions(), hand);
        HouseholdForm fresh = wanted.with(repeated, present);
        conflicts.clear();
        conflicts.addAll(
                Merge.conflicts(HouseholdForm.FIELDS.changed(present, fresh), household.fieldVersions(), base, hand));
        return said(hand, household, present, fresh.with(conflicts, present));
    }

    private static HouseholdForm wanted(Household household, UnaryOperator<HouseholdForm> change) {
        FieldErrors errors = new FieldErrors();
        HouseholdForm form = change.apply(HouseholdForm.of(household)).checked(errors);
        errors.throwIfAny();
        return form;
    }

    private static Household said(Hand hand, Household household, HouseholdForm present, HouseholdForm form) {
        return form.equals(present) ? household : household.saying(form, hand);
    }
}
