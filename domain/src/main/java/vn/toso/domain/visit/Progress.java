package vn.toso.domain.visit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.service.ServiceState;

/**
 * What visits to one place add up to: a pure function of the live ones, whatever the order in which they arrived.
 *
 * @param place state by service code of what concerns the household, or the hamlet, as a whole
 * @param residents state by service code of each resident whom a visit names
 * @param visitedFirstOn day of the first live visit at which somebody was met; null when none
 * @param visitedLastOn day of the latest of those
 */
public record Progress(
        Map<String, ServiceState> place,
        Map<ResidentId, Map<String, ServiceState>> residents,
        @Nullable LocalDate visitedFirstOn,
        @Nullable LocalDate visitedLastOn) {

    public static final Progress NONE = new Progress(Map.of(), Map.of(), null, null);

    /**
     * @param visits all visits of one household, or all sessions of one hamlet; void ones and superseded ones too
     */
    public static Progress of(Collection<Visit> visits) {
        return NONE.and(LiveVisits.of(visits));
    }

    /** What a household has on file. */
    static Progress of(Household household) {
        Map<ResidentId, Map<String, ServiceState>> residents = household.people().stream()
                .collect(Collectors.toMap(resident -> resident.id(), resident -> resident.services()));
        return new Progress(household.services(), residents, household.visitedFirstOn(), household.visitedLastOn());
    }

    /**
     * This and further live visits together; a visit that is part of it already changes nothing.
     *
     * @param live visits of the same place that count, in any order
     */
    Progress and(Collection<Visit> live) {
        Map<String, ServiceState> places = new TreeMap<>(place);
        Map<ResidentId, Map<String, ServiceState>> people = new HashMap<>();
        residents.forEach((resident, states) -> people.put(resident, new TreeMap<>(states)));
        LocalDate first = visitedFirstOn;
        LocalDate last = visitedLastOn;
        for (Visit visit : live) {
            LocalDate day = visit.day();
            for (Activity activity : visit.activities()) {
                ResidentId resident = activity.residentId();
                Map<String, ServiceState> states =
                        resident == null ? places : people.computeIfAbsent(resident, id -> new TreeMap<>());
                states.merge(activity.service(), stateAfter(visit, activity, day), ServiceState::and);
            }
            if (visit.metSomebody()) {
                first = first == null || day.isBefore(first) ? day : first;
                last = last == null || day.isAfter(last) ? day : last;
            }
        }
        return new Progress(places, people, first, last);
    }

    /** The resident's states; empty for one whom no visit names. */
    public Map<String, ServiceState> of(ResidentId resident) {
        return residents.getOrDefault(resident, Map.of());
    }

    /** The household with this progress on file; residents whom no visit names have no states. */
    public Household applyTo(Household household) {
        return household.withProgress(this::of, place, visitedFirstOn, visitedLastOn);
    }

    /** Whether the household says just this already. */
    boolean isOnFileOf(Household household) {
        return household.services().equals(place)
                && Objects.equals(household.visitedFirstOn(), visitedFirstOn)
                && Objects.equals(household.visitedLastOn(), visitedLastOn)
                && household.people().stream()
                        .allMatch(resident -> resident.services().equals(of(resident.id())));
    }

    private static ServiceState stateAfter(Visit visit, Activity activity, LocalDate day) {
        return ServiceState.of(activity.outcome(), activity.step(), visit.id(), visit.occurredAt(), day);
    }
}
