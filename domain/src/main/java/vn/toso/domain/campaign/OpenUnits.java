package vn.toso.domain.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.household.Eligible;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Resident;
import vn.toso.domain.service.Service;
import vn.toso.domain.service.ServiceState;

/**
 * What a household has still to achieve: a pure function of the household and the day.
 *
 * @param services codes of those in which somebody is eligible and has not achieved
 * @param units how many such units there are in all of them
 */
record OpenUnits(List<String> services, int units) {

    static OpenUnits of(Household household, List<Service> wanted, LocalDate day) {
        List<String> services = new ArrayList<>();
        int units = 0;
        for (Service service : wanted) {
            int lacking = lacking(household, service, day);
            if (lacking > 0) {
                services.add(service.code());
                units += lacking;
            }
        }
        return new OpenUnits(List.copyOf(services), units);
    }

    boolean isNone() {
        return services.isEmpty();
    }

    private static int lacking(Household household, Service service, LocalDate day) {
        if (service.unit().isOfHousehold()) {
            return lacks(household, null, service, day) ? 1 : 0;
        }
        return service.unit().isOfResident()
                ? (int) household.residents().stream()
                        .filter(resident -> lacks(household, resident, service, day))
                        .count()
                : 0;
    }

    private static boolean lacks(Household household, @Nullable Resident resident, Service service, LocalDate day) {
        Map<String, ServiceState> states = resident == null ? household.services() : resident.services();
        ServiceState state = states.get(service.code());
        boolean achieved = state != null && state.achievedOn() != null;
        return !achieved && Eligible.isEligible(service, household, resident, day);
    }
}
