package vn.toso.domain.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.service.Eligibility;
import vn.toso.domain.service.Service;
import vn.toso.domain.service.ServiceState;

/** Who counts in a service's denominator. Pure. */
public final class Eligible {

    private Eligible() {}

    /**
     * Whether one unit of a service is eligible at the end of a day: it belongs to the register on that day and every
     * part of the service's eligibility holds by then; or it achieved the service by then, whatever else. Who has left is
     * not eligible. Services of a hamlet (meeting, training) have no eligible units here.
     *
     * @param resident the person, for a service that counts persons; null for one that counts households
     */
    public static boolean isEligible(Service service, Household household, @Nullable Resident resident, LocalDate day) {
        boolean left = resident != null && resident.leftOn() != null && !day.isBefore(resident.leftOn());
        return !left
                && since(service, household, resident)
                        .filter(first -> !day.isBefore(first))
                        .isPresent();
    }

    /**
     * The first day on which a unit is eligible by what is known now, not regarding that a person may have left; empty
     * when no day can be named. Once eligible, a unit stays so.
     *
     * @param resident as for {@link #isEligible}
     */
    public static Optional<LocalDate> since(Service service, Household household, @Nullable Resident resident) {
        if (service.unit().isOfHamlet() || service.unit().isOfResident() != (resident != null)) {
            return Optional.empty();
        }
        Map<String, ServiceState> states = resident == null ? household.services() : resident.services();
        LocalDate achieved = achievedOn(states, service.code());
        LocalDate qualified = qualifiedOn(service.eligible(), household, resident, states);
        return Optional.ofNullable(earlier(achieved, qualified));
    }

    private static @Nullable LocalDate qualifiedOn(
            Eligibility eligible, Household household, @Nullable Resident resident, Map<String, ServiceState> states) {
        if (!isOfClass(eligible.classifications(), household) || (eligible.pupilsOnly() && !isPupil(resident))) {
            return null;
        }
        LocalDate registered = resident == null ? household.registeredOn() : resident.registeredOn();
        LocalDate grown = grownOn(eligible.minAge(), resident);
        LocalDate followed = eligible.after() == null ? LocalDate.MIN : achievedOn(states, eligible.after());
        return grown == null || followed == null ? null : latest(registered, grown, followed);
    }

    /** A person of birth year y is of age a from 1 January of y + a on; without a birth year, never known to be. */
    private static @Nullable LocalDate grownOn(@Nullable Integer minAge, @Nullable Resident resident) {
        if (minAge == null) {
            return LocalDate.MIN;
        }
        Integer birthYear = resident == null ? null : resident.birthYear();
        return birthYear == null ? null : LocalDate.of(birthYear + minAge, 1, 1);
    }

    private static boolean isOfClass(List<String> wanted, Household household) {
        return wanted.isEmpty() || household.classifications().stream().anyMatch(has -> wanted.contains(has.name()));
    }

    private static boolean isPupil(@Nullable Resident resident) {
        return resident != null && resident.pupil();
    }

    private static @Nullable LocalDate achievedOn(Map<String, ServiceState> states, String service) {
        ServiceState state = states.get(service);
        return state == null ? null : state.achievedOn();
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate latest(LocalDate one, LocalDate other, LocalDate third) {
        LocalDate two = one.isAfter(other) ? one : other;
        return two.isAfter(third) ? two : third;
    }
}
