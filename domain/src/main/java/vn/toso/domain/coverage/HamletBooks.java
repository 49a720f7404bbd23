package vn.toso.domain.coverage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.coverage.HamletBook.Crew;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Households;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.service.Catalogue;
import vn.toso.domain.service.Catalogues;
import vn.toso.domain.service.Service;
import vn.toso.domain.service.ServiceUnit;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Team;
import vn.toso.domain.team.Teams;
import vn.toso.domain.visit.Progress;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.visit.Visits;

/**
 * Opens the books of hamlets. Those used last stay open, so that a visit costs the reading of one household and not of a
 * whole hamlet.
 */
final class HamletBooks {

    /** About 30 MB: all of a district's households, or a part of the province's. */
    private static final int MOST_HOUSEHOLDS = 40_000;

    /** Since when a hamlet counts as the unit of its meetings when its area isn't on file. */
    private static final LocalDate LONG_AGO = LocalDate.EPOCH;

    private final Coverages coverages;
    private final Households households;
    private final Visits visits;
    private final Teams teams;
    private final Members members;
    private final AreaTrees trees;
    private final Catalogues catalogues;
    private final Cache<AreaId, HamletBook> open = Caffeine.newBuilder()
            .maximumWeight(MOST_HOUSEHOLDS)
            .weigher((AreaId hamlet, HamletBook book) -> book.size() + 10)
            .executor(Runnable::run)
            .build();
    private volatile Layout layout = new Layout(Catalogue.EMPTY);

    HamletBooks(
            Coverages coverages,
            Households households,
            Visits visits,
            Teams teams,
            Members members,
            AreaTrees trees,
            Catalogues catalogues) {
        this.coverages = coverages;
        this.households = households;
        this.visits = visits;
        this.teams = teams;
        this.members = members;
        this.trees = trees;
        this.catalogues = catalogues;
    }

    /** Counts by the present catalogue from now on; books opened by another one are closed. To be called before counting. */
    void adoptCatalogue() {
        if (!layout.isOf(catalogues.current())) {
            layout = new Layout(catalogues.current());
            closeAll();
        }
    }

    void closeAll() {
        open.invalidateAll();
    }

    void close(Collection<AreaId> hamlets) {
        open.invalidateAll(hamlets);
    }

    /**
     * Notes a household in the open books of every hamlet that it lives or lived in.
     *
     * @param others hamlets in whose books it may stand although it never lived there after all: a stay that ended on the
     *     day it began is none
     */
    void note(Household household, Collection<AreaId> others) {
        Set<AreaId> hamlets = new HashSet<>(others);
        household.stays().forEach(stay -> hamlets.add(stay.hamletId()));
        open.getAllPresent(hamlets).values().forEach(book -> book.put(household));
    }

    /** Notes who visited in the open book of the hamlet; tells whether the hamlet is to be counted anew for that. */
    boolean noteVisit(AreaId hamlet, Collection<MemberId> visitors, LocalDate day) {
        HamletBook book = open.getIfPresent(hamlet);
        return book == null || book.putVisit(visitors, day);
    }

    /** Strikes out a household that is no longer on file; tells which hamlets had it. */
    List<AreaId> strikeOut(HouseholdId household) {
        List<AreaId> had = new ArrayList<>();
        open.asMap().forEach((hamlet, book) -> {
            if (book.remove(household)) {
                had.add(hamlet);
            }
        });
        return had;
    }

    /** The book of a hamlet; read when it isn't open. The stored coverage is read first: see {@link CountHamlets}. */
    Mono<HamletBook> book(AreaId hamlet) {
        HamletBook known = open.getIfPresent(hamlet);
        return known != null
                ? Mono.just(known)
                : coverages
                        .collection()
                        .find(hamlet)
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .flatMap(stored -> read(hamlet, stored.orElse(null)))
                        .doOnNext(book -> open.put(hamlet, book));
    }

    private Mono<HamletBook> read(AreaId hamlet, @Nullable HamletCoverage stored) {
        return Mono.zip(
                        households.everIn(Set.of(hamlet)).collectList(),
                        visits.sessionsOf(Set.of(hamlet)).collectList(),
                        staff(hamlet),
                        coverages.days().marks(hamlet).collectList())
                .map(read -> {
                    Staff staff = read.getT3();
                    List<Tally> others = others(hamlet, read.getT2(), staff.trained());
                    HamletBook book = new HamletBook(hamlet, layout, stored, others, staff.crew());
                    read.getT1().forEach(book::put);
                    read.getT4().forEach(mark -> book.putMark(mark.day(), mark.mark()));
                    return book;
                });
    }

    /** @param trained the active members of the hamlet's own teams: who is to be trained */
    private record Staff(@Nullable Crew crew, List<MemberId> trained) {
        static final Staff NONE = new Staff(null, List.of());
    }

    private Mono<Staff> staff(AreaId hamlet) {
        return teams.ofAreas(Set.of(hamlet))
                .map(HamletBooks::seated)
                .reduce(HamletBooks::union)
                .flatMap(seated -> staff(hamlet, seated))
                .defaultIfEmpty(Staff.NONE);
    }

    private static Set<MemberId> seated(Team team) {
        return team.members().stream().map(Team.Seat::memberId).collect(Collectors.toSet());
    }

    private static Set<MemberId> union(Set<MemberId> one, Set<MemberId> other) {
        Set<MemberId> union = new HashSet<>(one);
        union.addAll(other);
        return union;
    }

    private Mono<Staff> staff(AreaId hamlet, Set<MemberId> seated) {
        Mono<List<MemberId>> trained = members.collection()
                .findAll(List.copyOf(seated))
                .filter(Member::isActive)
                .map(Member::id)
                .collectList();
        Mono<Crew> crew = visits.latestBy(hamlet, seated)
                .map(at -> new Crew(seated, Days.of(at)))
                .defaultIfEmpty(new Crew(seated, null));
        return Mono.zip(crew, trained, Staff::new);
    }

    /**
     * What is counted in sessions: the hamlet is the unit of meetings, each member of trainings. Seats have no dates, so
     * today's members count for every day.
     */
    private List<Tally> others(AreaId hamlet, List<Visit> sessions, List<MemberId> trained) {
        Area area = trees.current().find(hamlet).orElse(null);
        LocalDate since = area == null ? LONG_AGO : area.validFrom();
        LocalDate until = area == null ? null : area.validTo();
        List<Tally> tallies = new ArrayList<>();
        tallies.add(Tally.of(
                layout, servicesOf(ServiceUnit.SESSION), Progress.of(sessions).place(), since, until));
        for (MemberId member : trained) {
            List<Visit> attended = sessions.stream()
                    .filter(visit -> visit.members().contains(member))
                    .toList();
            tallies.add(Tally.of(
                    layout,
                    servicesOf(ServiceUnit.MEMBER),
                    Progress.of(attended).place(),
                    since,
                    until));
        }
        return tallies;
    }

    private List<Service> servicesOf(ServiceUnit unit) {
        return layout.services().stream()
                .filter(service -> service.unit() == unit)
                .toList();
    }
}
