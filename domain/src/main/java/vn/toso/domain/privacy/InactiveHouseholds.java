package vn.toso.domain.privacy;

import java.time.Instant;
import java.time.LocalDate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.Days;
import vn.toso.domain.household.EraseResident;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Households;

/** Households that nobody visited or wrote for long: their people are erased, the door stays counted. */
public final class InactiveHouseholds {

    private static final String BASIS = "Hết thời hạn lưu giữ";

    private final Households households;
    private final ErasePerson erasePerson;
    private final EraseResident eraseResident;

    public InactiveHouseholds(Households households, ErasePerson erasePerson, EraseResident eraseResident) {
        this.households = households;
        this.erasePerson = erasePerson;
        this.eraseResident = eraseResident;
    }

    /** How many there are. */
    public Mono<Long> due(Instant before) {
        return inactive(before).count();
    }

    /** Erases the people of all of them; emits how many households it were. */
    public Mono<Long> remove(Instant before) {
        return inactive(before).concatMap(this::emptied).count();
    }

    private Flux<Household> inactive(Instant before) {
        LocalDate day = Days.of(before);
        return households
                .unchangedSince(before)
                .filter(household -> household.visitedLastOn() == null
                        || household.visitedLastOn().isBefore(day))
                .filter(household -> !EraseResident.isEmpty(household));
    }

    private Mono<Household> emptied(Household household) {
        return Flux.fromIterable(household.people())
                .concatMap(person -> erasePerson.erase(Actor.SYSTEM, person.id(), BASIS, null))
                .then(eraseResident.empty(Actor.SYSTEM, household.id()));
    }
}
