package vn.toso.domain.coverage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Resident;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.service.Eligibility;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.service.Service;
import vn.toso.domain.service.ServiceUnit;
import vn.toso.domain.visit.Activity;
import vn.toso.domain.visit.LiveVisits;
import vn.toso.domain.visit.Visit;

/** Counts one hamlet at the end of one day from the raw visits, the slow and obvious way. */
final class RawCount {

    private final Collection<Household> households;
    private final Collection<Visit> visits;
    private final Collection<MemberId> members;
    private final AreaId hamlet;
    private final LocalDate day;

    /** @param members the active members of the hamlet's teams */
    RawCount(
            Collection<Household> households,
            Collection<Visit> visits,
            Collection<MemberId> members,
            AreaId hamlet,
            LocalDate day) {
        this.households = households;
        this.visits = visits;
        this.members = members;
        this.hamlet = hamlet;
        this.day = day;
    }

    long registered() {
        return living().size();
    }

    long visited() {
        return living().stream()
                .filter(household -> liveBy(visit -> household.id().equals(visit.householdId())).stream()
                        .anyMatch(Visit::metSomebody))
                .count();
    }

    /** Households in which one of these services was achieved, by the household or by somebody who lives there. */
    long withAchieved(Set<String> services) {
        return living().stream()
                .filter(household -> liveBy(visit -> household.id().equals(visit.householdId())).stream()
                        .flatMap(visit -> visit.activities().stream())
                        .filter(activity -> activity.outcome() == Outcome.ACHIEVED)
                        .filter(activity -> services.contains(activity.service()))
                        .anyMatch(activity -> livesThere(household, activity.residentId())))
                .count();
    }

    private boolean livesThere(Household household, @Nullable ResidentId resident) {
        return resident == null
                || household.residents().stream().anyMatch(one -> one.id().equals(resident) && one.belongsOn(day));
    }

    Cell cell(Service service) {
        Cell cell = Cell.EMPTY;
        if (service.unit() == ServiceUnit.SESSION) {
            return unit(service, true, sessions(visit -> true), null);
        }
        if (service.unit() == ServiceUnit.MEMBER) {
            for (MemberId member : members) {
                cell = cell.plus(
                        unit(service, true, sessions(visit -> visit.members().contains(member)), null));
            }
            return cell;
        }
        for (Household household : living()) {
            List<Visit> live = liveBy(visit -> household.id().equals(visit.householdId()));
            if (service.unit().isOfHousehold()) {
                cell = cell.plus(unit(service, qualifies(service, household, null, live), live, null));
            } else {
                for (Resident resident : household.residents()) {
                    if (resident.belongsOn(day)) {
                        boolean qualifies = qualifies(service, household, resident, live);
                        cell = cell.plus(unit(service, qualifies, live, resident.id()));
                    }
                }
            }
        }
        return cell;
    }

    private static Cell unit(Service service, boolean qualifies, List<Visit> live, @Nullable ResidentId resident) {
        boolean reached = did(live, service.code(), resident, null);
        boolean achieved = did(live, service.code(), resident, Outcome.ACHIEVED);
        boolean refused = did(live, service.code(), resident, Outcome.REFUSED);
        boolean blocked = did(live, service.code(), resident, Outcome.BLOCKED);
        return new Cell(
                one(qualifies || achieved),
                one(reached),
                one(achieved),
                one(refused && !achieved),
                one(blocked && !achieved));
    }

    private static long one(boolean counts) {
        return counts ? 1 : 0;
    }

    private boolean qualifies(Service service, Household household, @Nullable Resident resident, List<Visit> live) {
        Eligibility rule = service.eligible();
        boolean ofAge = rule.minAge() == null
                || (resident != null
                        && resident.birthYear() != null
                        && day.getYear() - resident.birthYear() >= rule.minAge());
        boolean classified = rule.classifications().isEmpty()
                || household.classifications().stream()
                        .anyMatch(has -> rule.classifications().contains(has.name()));
        boolean pupil = !rule.pupilsOnly() || (resident != null && resident.pupil());
        boolean after = rule.after() == null
                || did(live, rule.after(), resident == null ? null : resident.id(), Outcome.ACHIEVED);
        return ofAge && classified && pupil && after;
    }

    private static boolean did(
            List<Visit> live, String service, @Nullable ResidentId resident, @Nullable Outcome outcome) {
        for (Visit visit : live) {
            for (Activity activity : visit.activities()) {
                boolean same = activity.service().equals(service)
                        && (resident == null ? activity.residentId() == null : resident.equals(activity.residentId()));
                if (same && (outcome == null || outcome == activity.outcome())) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Household> living() {
        return households.stream()
                .filter(household ->
                        household.hamletOn(day).filter(hamlet::equals).isPresent())
                .toList();
    }

    private List<Visit> sessions(Predicate<Visit> which) {
        return liveBy(visit -> visit.householdId() == null && visit.hamletId().equals(hamlet)).stream()
                .filter(which)
                .toList();
    }

    private List<Visit> liveBy(Predicate<Visit> which) {
        return LiveVisits.of(visits.stream().filter(which).toList()).stream()
                .filter(visit -> !visit.day().isAfter(day))
                .toList();
    }
}
