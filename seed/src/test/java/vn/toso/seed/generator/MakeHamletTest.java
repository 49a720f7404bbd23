package vn.toso.seed.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toso.domain.area.Days;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Resident;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.service.Service;
import vn.toso.domain.service.ServiceState;
import vn.toso.domain.task.Task;
import vn.toso.domain.task.TaskState;
import vn.toso.domain.team.Member;
import vn.toso.domain.visit.Activity;
import vn.toso.domain.visit.Progress;
import vn.toso.domain.visit.Visit;
import vn.toso.seed.reference.ReferenceServices;

class MakeHamletTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final Map<String, Service> CATALOGUE =
            ReferenceServices.read().stream().collect(Collectors.toMap(Service::code, Function.identity()));

    /** Some hamlets from all over the plan of each size. */
    private static final List<HamletData> SAMPLES = samples();

    private static List<HamletData> samples() {
        List<HamletData> made = new ArrayList<>();
        for (DemoSize size : DemoSize.values()) {
            long seed = 11L * (made.size() + 1);
            MakeHamlet make = new MakeHamlet(seed, TODAY);
            DemoPlan plan = DemoPlan.of(seed, size);
            for (CommunePlan commune : sample(plan.communes(), 3)) {
                sample(commune.hamlets(), 4).forEach(hamlet -> made.add(make.of(hamlet, Cast.leaderOf(commune))));
            }
        }
        return made;
    }

    private static <T> List<T> sample(List<T> all, int many) {
        int step = Math.max(1, all.size() / many);
        return Stream.iterate(0, i -> i < all.size(), i -> i + step)
                .map(all::get)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"HAMLET", "PROVINCE"})
    void theSameSeedAndDayGiveTheSameDocuments(DemoSize size) {
        HamletPlan plan = DemoPlan.of(7, size).hamlets().get(0);
        MemberId leader = Cast.leaderOf(DemoPlan.of(7, size).communes().get(0));
        HamletData once = new MakeHamlet(7, TODAY).of(plan, leader);
        assertThat(new MakeHamlet(7, TODAY).of(plan, leader)).isEqualTo(once);
        assertThat(new MakeHamlet(7, TODAY.plusDays(1)).of(plan, leader)).isNotEqualTo(once);
        assertThat(new MakeHamlet(8, TODAY).of(plan, leader).households()).isNotEqualTo(once.households());
    }

    @Test
    void everythingIsMarkedAsGenerated() {
        SAMPLES.forEach(MakeHamletTest::everythingIsMarkedAsGenerated);
    }

    private static void everythingIsMarkedAsGenerated(HamletData made) {
        assertThat(made.area().source()).isEqualTo("generated");
        assertThat(made.members()).allMatch(Member::generated);
        assertThat(made.teams()).allMatch(team -> team.generated());
        assertThat(made.households()).allMatch(Household::generated);
        assertThat(made.visits()).allMatch(Visit::generated);
        assertThat(made.tasks()).allMatch(Task::generated);
    }

    @Test
    void noPhoneNumberOfAnybodyIsMadeUp() {
        SAMPLES.forEach(MakeHamletTest::noPhoneNumberOfAnybodyIsMadeUp);
    }

    private static void noPhoneNumberOfAnybodyIsMadeUp(HamletData made) {
        assertThat(made.households()).allMatch(home -> home.phones().isEmpty());
        assertThat(made.members()).allMatch(member -> member.phone() == null);
    }

    @Test
    void statesAreWhatTheVisitsAddUpTo() {
        SAMPLES.forEach(MakeHamletTest::statesAreWhatTheVisitsAddUpTo);
    }

    private static void statesAreWhatTheVisitsAddUpTo(HamletData made) {
        Map<Optional<HouseholdId>, List<Visit>> visits = made.visits().stream()
                .collect(Collectors.groupingBy(visit -> Optional.ofNullable(visit.householdId())));
        for (Household home : made.households()) {
            Progress progress = Progress.of(visits.getOrDefault(Optional.of(home.id()), List.of()));
            assertThat(home.services()).isEqualTo(progress.place());
            assertThat(home.visitedFirstOn()).isEqualTo(progress.visitedFirstOn());
            assertThat(home.visitedLastOn()).isEqualTo(progress.visitedLastOn());
            assertThat(home.residents())
                    .allSatisfy(resident -> assertThat(resident.services()).isEqualTo(progress.of(resident.id())));
        }
    }

    @Test
    void activitiesAreWhatTheCatalogueAllows() {
        SAMPLES.forEach(MakeHamletTest::activitiesAreWhatTheCatalogueAllows);
    }

    private static void activitiesAreWhatTheCatalogueAllows(HamletData made) {
        made.visits().forEach(visit -> {
            assertThat(visit.activities()).isNotEmpty();
            visit.activities().forEach(activity -> {
                Service service = CATALOGUE.get(activity.service());
                assertThat(service.outcomes()).contains(activity.outcome());
                assertThat(service.unit().isOfHamlet()).isEqualTo(visit.householdId() == null);
                assertThat(service.unit().isOfResident()).isEqualTo(activity.residentId() != null);
                assertThat(activity.reason() != null).isEqualTo(activity.outcome() == Outcome.BLOCKED);
                assertThat(activity.step() == null || service.steps().contains(activity.step()))
                        .isTrue();
            });
        });
    }

    @Test
    void whoAchievedSomethingWasEligibleAndHadTheStepBefore() {
        SAMPLES.forEach(MakeHamletTest::whoAchievedSomethingWasEligibleAndHadTheStepBefore);
    }

    private static void whoAchievedSomethingWasEligibleAndHadTheStepBefore(HamletData made) {
        for (Household home : made.households()) {
            for (Resident resident : home.residents()) {
                resident.services().forEach((code, state) -> isEntitled(home, resident, code, state));
            }
        }
    }

    private static void isEntitled(Household home, Resident resident, String code, ServiceState state) {
        var rule = CATALOGUE.get(code).eligible();
        String who = home.id() + " " + resident.id() + " " + code;
        if (rule.minAge() != null) {
            assertThat(state.firstOn().getYear() - resident.birthYear()).as(who).isGreaterThanOrEqualTo(rule.minAge());
        }
        if (rule.after() != null) {
            LocalDate before = resident.services().get(rule.after()).achievedOn();
            assertThat(before).as(who).isNotNull().isBeforeOrEqualTo(state.firstOn());
        }
        if (rule.pupilsOnly()) {
            assertThat(resident.pupil()).as(who).isTrue();
        }
    }

    @Test
    void visitsLieInTheThreeMonthsAfterRegistrationAndReachTheServerBeforeToday() {
        SAMPLES.forEach(MakeHamletTest::visitsLieInTheThreeMonthsAfterRegistrationAndReachTheServerBeforeToday);
    }

    private static void visitsLieInTheThreeMonthsAfterRegistrationAndReachTheServerBeforeToday(HamletData made) {
        Instant today = Days.startOf(TODAY);
        Map<HouseholdId, Household> homes =
                made.households().stream().collect(Collectors.toMap(Household::id, Function.identity()));
        assertThat(made.visits()).allSatisfy(visit -> {
            assertThat(visit.day()).isBetween(TODAY.minusDays(91), TODAY.minusDays(1));
            assertThat(visit.receivedAt()).isAfterOrEqualTo(visit.occurredAt()).isBefore(today);
            if (visit.householdId() != null) {
                assertThat(homes.get(visit.householdId()).stays().get(0).from()).isBefore(visit.day());
            }
        });
    }

    @Test
    void onlyMembersOfTheTeamVisitAndWhomTheyNameHasConsented() {
        SAMPLES.forEach(MakeHamletTest::onlyMembersOfTheTeamVisitAndWhomTheyNameHasConsented);
    }

    private static void onlyMembersOfTheTeamVisitAndWhomTheyNameHasConsented(HamletData made) {
        Set<MemberId> team = made.members().stream().map(Member::id).collect(Collectors.toSet());
        Set<ResidentId> named = made.visits().stream()
                .flatMap(visit -> visit.activities().stream())
                .map(Activity::residentId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        assertThat(made.visits()).allMatch(visit -> team.containsAll(visit.members()));
        assertThat(made.households().stream().flatMap(home -> home.residents().stream()))
                .filteredOn(resident -> named.contains(resident.id()))
                .allSatisfy(resident -> assertThat(resident.consents())
                        .singleElement()
                        .matches(consent -> consent.decision().name().equals("GIVEN")));
    }

    @Test
    void noOpenTaskIsOneThatAVisitCompletedAndEveryDoneOneNamesItsVisit() {
        SAMPLES.forEach(MakeHamletTest::noOpenTaskIsOneThatAVisitCompletedAndEveryDoneOneNamesItsVisit);
    }

    private static void noOpenTaskIsOneThatAVisitCompletedAndEveryDoneOneNamesItsVisit(HamletData made) {
        Map<HouseholdId, Household> homes =
                made.households().stream().collect(Collectors.toMap(Household::id, Function.identity()));
        Map<Object, Visit> visits = made.visits().stream().collect(Collectors.toMap(Visit::id, Function.identity()));
        for (Task task : made.tasks()) {
            if (task.state() == TaskState.DONE) {
                Visit visit = visits.get(task.completedByVisit());
                assertThat(task.campaignId() != null || task.id().equals(visit.taskId()))
                        .isTrue();
                assertThat(visit.occurredAt()).isAfter(task.assignedAt());
                assertThat(achieved(visit)).containsAll(task.services());
            } else if (task.householdId() != null && task.state().isOpen()) {
                Household home = homes.get(task.householdId());
                assertThat(achieved(home)).doesNotContainAnyElementsOf(task.services());
                assertThat(task.assignedAt()).isBefore(Days.startOf(TODAY));
            }
        }
    }

    private static Set<String> achieved(Visit visit) {
        return visit.activities().stream()
                .filter(activity -> activity.outcome() == Outcome.ACHIEVED)
                .map(Activity::service)
                .collect(Collectors.toSet());
    }

    private static Set<String> achieved(Household home) {
        Set<String> codes = new HashSet<>();
        Stream.concat(Stream.of(home.services()), home.residents().stream().map(Resident::services))
                .forEach(states -> states.forEach((code, state) -> {
                    if (state.achievedOn() != null) {
                        codes.add(code);
                    }
                }));
        return codes;
    }

    @Test
    void theHeadCountsAboutAsManyHouseholdsAsAreRegistered() {
        SAMPLES.forEach(MakeHamletTest::theHeadCountsAboutAsManyHouseholdsAsAreRegistered);
    }

    private static void theHeadCountsAboutAsManyHouseholdsAsAreRegistered(HamletData made) {
        int declared = made.area().hamletFacts().householdsDeclared();
        assertThat(declared - made.households().size()).isBetween(-2, 11);
        double residents = made.households().stream()
                .mapToInt(home -> home.residents().size())
                .average()
                .orElseThrow();
        assertThat(residents).isBetween(3.8, 4.6);
    }
}
