package vn.toso.domain.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.Area;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.storage.Revision;

/**
 * Everything that one hamlet's coverage is counted from, as it was read, beside the coverage that is stored. Used by one
 * thread at a time.
 */
final class HamletBook {

    /**
     * What a recount found.
     *
     * @param coverage to be stored in place of the version that its revision names
     * @param days to be stored after it
     */
    record Finding(HamletCoverage coverage, Set<LocalDate> days, History history) {

        /** The days as they are stored with the coverage's new version. */
        List<CoverageDay> daysOf(HamletCoverage stored) {
            return days.stream()
                    .map(day -> CoverageDay.of(
                            stored.hamletId(), day, stored.revision().version(), history))
                    .toList();
        }
    }

    /**
     * The team of a hamlet as its book was opened.
     *
     * @param lastVisitOn day of the latest visit that one of them logged in the hamlet; null when there is none
     */
    record Crew(Set<MemberId> members, @Nullable LocalDate lastVisitOn) {}

    private record Entry(
            long version, Tally tally, @Nullable LocalDate lastVisitOn) {}

    private final AreaId hamlet;
    private final Layout layout;
    private final List<Tally> others;
    private final @Nullable Crew crew;
    private final Map<HouseholdId, Entry> households = new HashMap<>();
    private final Map<LocalDate, Long> marks = new TreeMap<>();
    private @Nullable HamletCoverage stored;
    private @Nullable LocalDate teamVisitOn;

    /**
     * @param stored the coverage that was read before everything else; null when there is none
     * @param others what doesn't come from households: meetings, trainings
     * @param crew the hamlet's team; null when it has none
     */
    HamletBook(AreaId hamlet, Layout layout, @Nullable HamletCoverage stored, List<Tally> others, @Nullable Crew crew) {
        this.hamlet = hamlet;
        this.layout = layout;
        this.stored = stored;
        this.others = List.copyOf(others);
        this.crew = crew;
        this.teamVisitOn = crew == null ? null : crew.lastVisitOn();
    }

    AreaId hamlet() {
        return hamlet;
    }

    int size() {
        return households.size();
    }

    /** Notes a household as it is now, whether it lives here, did once, or never. */
    void put(Household household) {
        Entry known = households.get(household.id());
        if (known != null && known.version() > household.revision().version()) {
            return;
        }
        if (household.stays().stream().anyMatch(stay -> stay.hamletId().equals(hamlet))) {
            LocalDate lastVisitOn = household.hamletId().equals(hamlet) ? household.visitedLastOn() : null;
            households.put(
                    household.id(),
                    new Entry(household.revision().version(), Tally.of(layout, household, hamlet), lastVisitOn));
        } else {
            households.remove(household.id());
        }
    }

    /** Strikes out a household that is no longer on file; tells whether it was there. */
    boolean remove(HouseholdId household) {
        return households.remove(household) != null;
    }

    /** Notes who visited somebody in the hamlet; tells whether that says anything new of its team. */
    boolean putVisit(Collection<MemberId> visitors, LocalDate day) {
        boolean later = teamVisitOn == null || day.isAfter(teamVisitOn);
        boolean news = crew != null && later && visitors.stream().anyMatch(crew.members()::contains);
        if (news) {
            teamVisitOn = day;
        }
        return news;
    }

    void putMark(LocalDate day, long mark) {
        marks.put(day, mark);
    }

    /** Notes what was stored of a finding. */
    void store(HamletCoverage coverage, Finding finding) {
        stored = coverage;
        finding.days().forEach(day -> marks.put(day, finding.history().markOn(day)));
    }

    /**
     * Counts anew.
     *
     * @param area the hamlet itself; null when it isn't on file
     * @param always whether to store also what did not change, so that it reads as counted now
     * @return null when everything is stored as it should be
     */
    @Nullable
    Finding recount(@Nullable Area area, LocalDate today, Instant now, boolean always) {
        List<Tally> tallies = new ArrayList<>(others);
        households.values().forEach(entry -> tallies.add(entry.tally()));
        History history = History.of(layout, tallies);
        HamletCoverage counted = new HamletCoverage(
                hamlet,
                stored == null ? Revision.NONE : stored.revision(),
                now,
                today,
                householdsOn(today, history, area),
                history.cellsOn(today),
                crew == null ? null : new TeamCount.OfHamlet(teamVisitOn),
                history.nextAfter(today),
                layout.catalogueAt());
        Set<LocalDate> days = wrongDays(history, today);
        boolean right = stored != null && isSame(stored, counted) && days.isEmpty();
        return right && !always ? null : new Finding(counted, days, history);
    }

    private HouseholdCount householdsOn(LocalDate today, History history, @Nullable Area area) {
        LocalDate lastVisitOn = households.values().stream()
                .map(Entry::lastVisitOn)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
        return new HouseholdCount(
                history.registeredOn(today),
                declared(area),
                history.visitedOn(today),
                lastVisitOn,
                history.on(today, Layout.PAYING),
                history.on(today, Layout.SKILLED));
    }

    private static @Nullable Long declared(@Nullable Area area) {
        Integer declared = area == null || area.hamletFacts() == null
                ? null
                : area.hamletFacts().householdsDeclared();
        return declared == null ? null : Long.valueOf(declared);
    }

    /** The days that are missing or say something else; a day that should not be there at all is right if it says so. */
    private Set<LocalDate> wrongDays(History history, LocalDate today) {
        Set<LocalDate> days = new TreeSet<>(marks.keySet());
        history.daysUpTo(today).forEach(days::add);
        days.removeIf(day -> Objects.equals(marks.get(day), history.markOn(day)));
        return days;
    }

    private static boolean isSame(HamletCoverage one, HamletCoverage other) {
        return one.households().equals(other.households())
                && one.services().equals(other.services())
                && Objects.equals(one.team(), other.team())
                && Objects.equals(one.changesOn(), other.changesOn());
    }
}
