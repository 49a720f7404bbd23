package vn.toso.domain.coverage;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.Change;
import vn.toso.domain.change.ChangeListener;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Households;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.service.Catalogues;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Team;
import vn.toso.domain.team.Teams;
import vn.toso.domain.visit.Visits;
import vn.toso.domain.visit.Visits.Trace;

/** Counts anew every hamlet in which something changed that coverage is counted from. */
public final class FollowWork implements ChangeListener {

    private final Households households;
    private final Visits visits;
    private final Teams teams;
    private final AreaTrees trees;
    private final Catalogues catalogues;
    private final HamletBooks books;
    private final CountHamlets counting;

    public FollowWork(
            Coverages coverages,
            Households households,
            Visits visits,
            Teams teams,
            Members members,
            AreaTrees trees,
            Catalogues catalogues,
            Clock clock) {
        this.households = households;
        this.visits = visits;
        this.teams = teams;
        this.trees = trees;
        this.catalogues = catalogues;
        this.books = new HamletBooks(coverages, households, visits, teams, members, trees, catalogues);
        this.counting = new CountHamlets(coverages, books, trees, clock);
    }

    @Override
    public String name() {
        return "coverage";
    }

    /** Closed books are read anew when they are next needed. */
    @Override
    public Mono<Void> startOver() {
        return Mono.fromRunnable(books::closeAll);
    }

    @Override
    public Mono<Void> handle(List<Change> changes) {
        return handle(changes, false);
    }

    @Override
    public Mono<Void> handleContested(List<Change> changes) {
        return handle(changes, true);
    }

    /** What a book was told of a batch that failed is no news to it when the batch comes again. */
    private Mono<Void> handle(List<Change> changes, boolean contested) {
        return refresh(changes)
                .then(Mono.defer(() -> affected(changes)))
                .flatMap(hamlets -> counting.count(hamlets, contested))
                .doOnError(failure -> books.closeAll())
                .then();
    }

    private Mono<Void> refresh(List<Change> changes) {
        Mono<?> areas = ids(changes, "area").isEmpty() ? Mono.empty() : trees.refresh();
        Mono<?> services = ids(changes, "service").isEmpty() ? Mono.empty() : catalogues.refresh();
        return Mono.when(areas, services).doOnSuccess(done -> books.adoptCatalogue());
    }

    private Mono<Set<AreaId>> affected(List<Change> changes) {
        return Flux.concat(byHouseholds(changes), byVisits(changes), closing(byTeams(changes)))
                .collect(Collectors.toSet());
    }

    /** Households are put into the open books one by one. */
    private Flux<AreaId> byHouseholds(List<Change> changes) {
        Map<HouseholdId, Set<AreaId>> changed = new HashMap<>();
        changes.stream()
                .filter(change -> change.kind().equals("household") && change.hamlet() != null)
                .forEach(change -> changed.computeIfAbsent(new HouseholdId(change.entity()), id -> new HashSet<>())
                        .add(change.hamlet()));
        return households
                .collection()
                .findAll(List.copyOf(changed.keySet()))
                .collectMap(Household::id)
                .flatMapIterable(found -> noted(changed, found));
    }

    /** @param changed with the hamlets that the changes name: those that households left are among them */
    private Set<AreaId> noted(Map<HouseholdId, Set<AreaId>> changed, Map<HouseholdId, Household> found) {
        Set<AreaId> hamlets = new HashSet<>();
        changed.forEach((id, named) -> {
            Household household = found.get(id);
            hamlets.addAll(named);
            if (household == null) {
                hamlets.addAll(books.strikeOut(id));
            } else {
                books.note(household, named);
                household.stays().forEach(stay -> hamlets.add(stay.hamletId()));
            }
        });
        return hamlets;
    }

    /** What else a hamlet is counted from changes so rarely that its book is read anew. */
    private Flux<AreaId> closing(Flux<AreaId> hamlets) {
        return hamlets.collect(Collectors.toSet()).doOnNext(books::close).flatMapIterable(closed -> closed);
    }

    /** What a visit did to its household comes with the household; beside that it shows a team at work. */
    private Flux<AreaId> byVisits(List<Change> changes) {
        return visits.traces(ids(changes, "visit").stream().map(VisitId::new).toList())
                .filter(this::isNews)
                .map(Trace::hamletId);
    }

    private boolean isNews(Trace visit) {
        boolean readAnew = visit.isSession() || visit.voided() != null;
        if (readAnew) {
            books.close(List.of(visit.hamletId()));
        }
        return readAnew || books.noteVisit(visit.hamletId(), visit.members(), Days.of(visit.occurredAt()));
    }

    private Flux<AreaId> byTeams(List<Change> changes) {
        Flux<AreaId> ofMembers = Flux.fromIterable(ids(changes, "member"))
                .concatMap(member -> teams.ofMember(new MemberId(member)))
                .map(Team::areaId);
        Set<AreaId> known = new HashSet<>(hamlets(changes, "team"));
        known.addAll(hamlets(changes, "area"));
        return ofMembers.filter(this::isHamlet).mergeWith(Flux.fromIterable(known));
    }

    private boolean isHamlet(AreaId id) {
        return trees.current()
                .find(id)
                .filter(area -> area.level() == AreaLevel.HAMLET)
                .isPresent();
    }

    private static Set<UUID> ids(List<Change> changes, String kind) {
        return changes.stream()
                .filter(change -> change.kind().equals(kind))
                .map(Change::entity)
                .collect(Collectors.toSet());
    }

    private static List<AreaId> hamlets(List<Change> changes, String kind) {
        return changes.stream()
                .filter(change -> change.kind().equals(kind) && change.hamlet() != null)
                .map(Change::hamlet)
                .distinct()
                .toList();
    }
}
