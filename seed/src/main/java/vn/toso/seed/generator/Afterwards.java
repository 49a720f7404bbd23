package vn.toso.seed.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.household.Consent;
import vn.toso.domain.household.Consent.Decision;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Household.Connectivity;
import vn.toso.domain.household.Resident;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.service.ServiceState;
import vn.toso.domain.visit.Progress;
import vn.toso.domain.visit.Visit;

/** A household as its visits left it: what listeners would derive from them, and what people said at the door. */
final class Afterwards {

    private static final String PURPOSE = "service-support";
    private static final String NOTICE = "1";

    /** Who speaks for a child. */
    private static final String REPRESENTATIVE = "cha, mẹ";

    private Afterwards() {}

    static Household of(Household home, List<Visit> visits, Dice dice) {
        if (visits.isEmpty()) {
            return home;
        }
        Progress progress = Progress.of(visits);
        List<Resident> residents = new ArrayList<>();
        home.residents().forEach(resident -> residents.add(after(resident, progress, visits, dice)));
        return new Household(
                home.id(),
                home.revision(),
                home.hamletId(),
                home.headName(),
                home.addressNote(),
                home.phones(),
                home.classifications(),
                connectivity(progress.place()),
                home.location(),
                List.copyOf(residents),
                progress.place(),
                progress.visitedFirstOn(),
                progress.visitedLastOn(),
                home.stays(),
                home.leftHamlet(),
                home.sortKey(),
                home.words(),
                home.fieldVersions(),
                home.asRegistered(),
                home.generated());
    }

    /** Whom an activity names has consented to it before. */
    private static Resident after(Resident resident, Progress progress, List<Visit> visits, Dice dice) {
        List<Consent> consents = visits.stream()
                .filter(visit -> names(visit, resident.id()))
                .findFirst()
                .map(visit -> List.of(consent(resident, visit, Decision.GIVEN)))
                .orElseGet(() ->
                        dice.chance(0.02) ? List.of(consent(resident, visits.get(0), Decision.REFUSED)) : List.of());
        return new Resident(
                resident.id(),
                resident.name(),
                resident.birthYear(),
                resident.relation(),
                resident.pupil(),
                consents,
                resident.registeredOn(),
                resident.leftOn(),
                progress.of(resident.id()),
                resident.fieldVersions(),
                resident.asRegistered());
    }

    private static boolean names(Visit visit, ResidentId resident) {
        return visit.activities().stream().anyMatch(activity -> resident.equals(activity.residentId()));
    }

    private static Consent consent(Resident resident, Visit visit, Decision decision) {
        boolean young = resident.mayBeUnder(Consent.OF_AGE, visit.day());
        return new Consent(
                PURPOSE,
                decision,
                visit.occurredAt(),
                null,
                "spoken-at-door",
                visit.members().get(0),
                NOTICE,
                young ? REPRESENTATIVE : null);
    }

    private static @Nullable Connectivity connectivity(Map<String, ServiceState> states) {
        Boolean smartphone = answer(states.get("DEVICE"));
        Boolean fibre = answer(states.get("FIBRE"));
        boolean unasked = smartphone == null && fibre == null;
        return unasked ? null : new Connectivity(smartphone, fibre);
    }

    private static @Nullable Boolean answer(@Nullable ServiceState state) {
        if (state == null || state.achievedOn() == null) {
            return null;
        }
        return "yes".equals(state.step());
    }
}
