package vn.toso.domain.household;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.DuplicateDocument;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.text.Vietnamese;

/** Takes a household into the register. */
public final class RegisterHousehold {

    /** More people than live in any household. */
    static final int MOST_RESIDENTS = 60;

    /** @param id made by the phone */
    public record Command(
            @Nullable HouseholdId id, @Nullable AreaId hamletId, HouseholdForm form, List<NewResident> residents) {

        public Command {
            residents = List.copyOf(residents);
        }
    }

    /** @param repeated whether it was there already: a repeat of the request */
    public record Registered(Household household, boolean repeated) {}

    private final Households households;
    private final AreaTrees trees;
    private final Clock clock;

    public RegisterHousehold(Households households, AreaTrees trees, Clock clock) {
        this.households = households;
        this.trees = trees;
        this.clock = clock;
    }

    /**
     * Emits the household as stored, registered today. An identical repeat emits the stored one, however it was changed
     * since; {@code conflict} when the id stands for anything else; {@code not-found} for a hamlet out of scope.
     */
    public Mono<Registered> register(Actor actor, Command command) {
        return Mono.fromSupplier(() -> checked(actor, command)).flatMap(household -> stored(actor, household));
    }

    /**
     * The household that a command describes: what {@link #register} stores, and how a loader makes households that lists
     * and searches find.
     *
     * @param command free of errors and normalised
     */
    public static Household toHousehold(Command command, LocalDate today, boolean generated) {
        HouseholdForm form = command.form();
        AreaId hamlet = Objects.requireNonNull(command.hamletId());
        String headName = Objects.requireNonNull(form.headName());
        List<Resident> residents = command.residents().stream()
                .map(resident -> resident.toResident(today))
                .toList();
        return new Household(
                Objects.requireNonNull(command.id()),
                Revision.NONE,
                hamlet,
                headName,
                form.addressNote(),
                form.phones(),
                form.classifications(),
                form.connectivity(),
                form.location(),
                residents,
                Map.of(),
                null,
                null,
                List.of(new Stay(hamlet, today, null)),
                null,
                Vietnamese.sortKey(headName),
                Household.wordsOf(headName, residents),
                Map.of(),
                digest(command),
                generated);
    }

    private Mono<Registered> stored(Actor actor, Household household) {
        return households
                .collection()
                .insert(actor, household)
                .map(inserted -> new Registered(inserted, false))
                .onErrorResume(DuplicateDocument.class, taken -> repeated(actor, household));
    }

    private Mono<Registered> repeated(Actor actor, Household household) {
        return households
                .find(actor, household.id())
                .filter(present -> present.asRegistered() == household.asRegistered())
                .switchIfEmpty(Mono.error(() -> Problem.of(ProblemCode.CONFLICT, "conflict.household-exists")))
                .flatMap(households.collection()::ensureLogged)
                .map(present -> new Registered(present, true));
    }

    /** The household that a command describes, not stored yet; refuses as {@link #register} does. */
    Household checked(Actor actor, Command command) {
        actor.require(Permission.EDIT_HOUSEHOLDS);
        LocalDate today = Days.today(clock);
        FieldErrors errors = new FieldErrors();
        errors.require(command.id(), "/id");
        errors.require(command.hamletId(), "/hamletId");
        HouseholdForm form = command.form().checked(errors);
        List<NewResident> residents = checked(command.residents(), today, errors);
        errors.throwIfAny();
        Hamlets.require(actor, trees.current(), command.hamletId(), today);
        return toHousehold(new Command(command.id(), command.hamletId(), form, residents), today, false);
    }

    private static List<NewResident> checked(List<NewResident> written, LocalDate today, FieldErrors errors) {
        errors.check(written.size() <= MOST_RESIDENTS, "/residents", "too-many", MOST_RESIDENTS);
        List<NewResident> residents = new ArrayList<>();
        Set<ResidentId> seen = new HashSet<>();
        for (int i = 0; i < Math.min(written.size(), MOST_RESIDENTS); i++) {
            NewResident resident = written.get(i);
            String at = "/residents/" + i;
            errors.check(resident.id() == null || seen.add(resident.id()), at + "/id", "duplicate");
            residents.add(resident.checked(at, today, errors));
        }
        return residents;
    }

    private static long digest(Command command) {
        HouseholdForm form = command.form();
        return Digest.of(
                command.hamletId(),
                form.headName(),
                form.addressNote(),
                form.phones(),
                form.classifications().stream().sorted().toList(),
                form.connectivity(),
                form.location(),
                command.residents().stream().map(NewResident::digest).toList());
    }
}
