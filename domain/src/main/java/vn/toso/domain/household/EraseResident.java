package vn.toso.domain.household;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.Amendment;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.text.Vietnamese;

/**
 * Takes a person out of the register for good (Law 91/2025/QH15). What was said of the household through them goes with
 * them: its name and its phones if they were its head, and how to find the door if nobody else is left.
 */
public final class EraseResident {

    /** Head of a household in which nobody else is named. */
    static final String NOBODY = "Hộ không còn tên";

    private final Households households;
    private final Amendment<Household> amendment;
    private final Clock clock;

    public EraseResident(Households households, Clock clock) {
        this.households = households;
        this.amendment = new Amendment<>(households.collection());
        this.clock = clock;
    }

    /** Emits the household without the person; erasing again changes nothing. {@code not-found} without such a household. */
    public Mono<Household> erase(Actor actor, HouseholdId id, ResidentId resident) {
        return Mono.fromRunnable(() -> actor.require(Permission.ERASE_RESIDENTS))
                .then(amendment.make(actor, present(id), null, household -> without(actor, household, resident)));
    }

    /** Whether nothing of anybody is left in it. */
    public static boolean isEmpty(Household household) {
        return HouseholdForm.of(household).equals(nothingOf(household))
                && household.people().isEmpty();
    }

    /** Emits the household without anybody; emptying again changes nothing. */
    public Mono<Household> empty(Actor actor, HouseholdId id) {
        return Mono.fromRunnable(() -> actor.require(Permission.ERASE_RESIDENTS))
                .then(amendment.make(actor, present(id), null, household -> emptied(actor, household)));
    }

    private Household emptied(Actor actor, Household household) {
        LocalDate today = Days.today(clock);
        Household nobody = household;
        for (Resident person : household.people()) {
            nobody = nobody.with(Resident.erased(person.id(), today));
        }
        HouseholdForm nothing = nothingOf(household);
        return nothing.equals(HouseholdForm.of(nobody))
                ? nobody
                : nobody.saying(nothing, new Hand(actor.memberId(), null));
    }

    private static HouseholdForm nothingOf(Household household) {
        return new HouseholdForm(NOBODY, null, List.of(), household.classifications(), household.connectivity(), null);
    }

    private Mono<Household> present(HouseholdId id) {
        return households.collection().find(id).switchIfEmpty(Mono.error(() -> Problem.notFound("household")));
    }

    private Household without(Actor actor, Household household, ResidentId id) {
        Resident person = household.resident(id).orElse(null);
        if (person == null || person.isErased()) {
            return household;
        }
        LocalDate today = Days.today(clock);
        List<Resident> others = household.people().stream()
                .filter(other -> !other.id().equals(id) && other.leftOn() == null)
                .toList();
        Household erased = household.with(Resident.erased(id, today));
        Hand hand = new Hand(actor.memberId(), null);
        for (Resident other : others) {
            if (other.relation() != null && Vietnamese.mentions(other.relation(), person.name())) {
                ResidentForm said = ResidentForm.of(other).withoutRelation();
                erased = erased.with(other.saying(said, household.revision().version() + 1, hand));
            }
        }
        HouseholdForm left = left(household, person, others);
        return left.equals(HouseholdForm.of(household)) ? erased : erased.saying(left, hand);
    }

    /** A head may be written down as people say it: "bà Xuyến". Who else of that name lives there is left the head. */
    private static boolean isHead(Household household, Resident person, List<Resident> others) {
        String head = Vietnamese.fold(household.headName());
        return Vietnamese.mentions(head, person.name())
                && others.stream()
                        .noneMatch(other -> Vietnamese.fold(other.name()).equals(head));
    }

    private static HouseholdForm left(Household household, Resident person, List<Resident> others) {
        HouseholdForm said = HouseholdForm.of(household);
        boolean head = isHead(household, person, others);
        String note = said.addressNote();
        boolean told = note != null && Vietnamese.mentions(note, person.name());
        String name = head ? others.stream().map(Resident::name).findFirst().orElse(NOBODY) : said.headName();
        return new HouseholdForm(
                name,
                others.isEmpty() || told ? null : note,
                head || others.isEmpty() ? List.of() : said.phones(),
                said.classifications(),
                said.connectivity(),
                others.isEmpty() ? null : said.location());
    }
}
