package vn.toso.domain.visit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.Change;
import vn.toso.domain.change.ChangeListener;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Households;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.VisitId;

/**
 * Keeps on the household what its visits add up to. A plain visit is put into what is there, whatever the number of
 * visits before it; a void or a correction takes something out, so that household is counted anew from all its visits.
 */
public final class FollowVisits implements ChangeListener {

    private final Visits visits;
    private final Households households;
    private final Clock clock;
    private final Written written = new Written();

    public FollowVisits(Visits visits, Households households, Clock clock) {
        this.visits = visits;
        this.households = households;
        this.clock = clock;
    }

    /**
     * For who follows households in turn: of the visits that are on their households, those acknowledged before this
     * moment were on them before {@code moment}. {@link Instant#MAX} when all were.
     */
    public Instant writtenBefore(Instant moment) {
        return written.before(moment);
    }

    @Override
    public String name() {
        return "household-progress";
    }

    @Override
    public Mono<Void> handle(List<Change> changes) {
        return handle(changes, false);
    }

    @Override
    public Mono<Void> handleContested(List<Change> changes) {
        return handle(changes, true);
    }

    private Mono<Void> handle(List<Change> changes, boolean contested) {
        List<VisitId> changed = changes.stream()
                .filter(change -> change.kind().equals("visit"))
                .map(change -> new VisitId(change.entity()))
                .distinct()
                .toList();
        return changed.isEmpty()
                ? Mono.empty()
                : follow(changed, contested).doOnSuccess(done -> written.add(changes, clock.instant()));
    }

    /**
     * The households are read before the visits that count: then a household at that version was made from visits no
     * newer than those, and writing fails if another node was faster.
     */
    private Mono<Void> follow(List<VisitId> changed, boolean contested) {
        return visits.householdsOf(changed)
                .collectList()
                .flatMapMany(ids -> households.collection().findAll(ids))
                .collectList()
                .flatMap(found -> bringUp(found, changed, contested))
                .flatMap(done -> done ? Mono.empty() : follow(changed, contested));
    }

    /** Emits false when somebody else changed one of the households meanwhile. */
    private Mono<Boolean> bringUp(List<Household> found, List<VisitId> changed, boolean contested) {
        return Mono.zip(
                        visits.collection().findAll(changed).collectList(),
                        visits.correcting(changed).collectList())
                .flatMap(read -> allVisitsWhereNeeded(read.getT1(), read.getT2())
                        .map(all -> progressed(found, all, byHousehold(read.getT1()), contested)))
                .flatMap(progressed -> write(found, progressed));
    }

    /** Of the households from which something was taken out, every visit. */
    private Mono<Map<HouseholdId, List<Visit>>> allVisitsWhereNeeded(List<Visit> changed, List<Visit> corrections) {
        Stream<Visit> takingOut =
                changed.stream().filter(visit -> visit.voided() != null || visit.supersedes() != null);
        Set<HouseholdId> ids = byHousehold(
                        Stream.concat(takingOut, corrections.stream()).toList())
                .keySet();
        return visits.ofHouseholds(ids).collectList().map(all -> {
            Map<HouseholdId, List<Visit>> grouped = byHousehold(all);
            ids.forEach(id -> grouped.putIfAbsent(id, List.of()));
            return grouped;
        });
    }

    /** @param contested whether households that have the right progress on file are among them as well */
    private static List<Household> progressed(
            List<Household> found,
            Map<HouseholdId, List<Visit>> all,
            Map<HouseholdId, List<Visit>> changed,
            boolean contested) {
        List<Household> progressed = new ArrayList<>();
        for (Household household : found) {
            List<Visit> everyVisit = all.get(household.id());
            Progress progress = everyVisit == null
                    ? Progress.of(household).and(changed.getOrDefault(household.id(), List.of()))
                    : Progress.of(everyVisit);
            if (contested || !progress.isOnFileOf(household)) {
                progressed.add(progress.applyTo(household));
            }
        }
        return progressed;
    }

    private Mono<Boolean> write(List<Household> found, List<Household> progressed) {
        return logMoves(found)
                .thenMany(households.collection().replaceAll(Actor.SYSTEM, progressed))
                .count()
                .map(written -> written == progressed.size());
    }

    /** A version that took a household out of a hamlet must be in the log before the next version hides that. */
    private Mono<Void> logMoves(List<Household> found) {
        return Flux.fromIterable(found)
                .filter(household -> household.leftHamlet() != null)
                .concatMap(households.collection()::ensureLogged)
                .then();
    }

    /** Sessions, which have no household, are left out. */
    private static Map<HouseholdId, List<Visit>> byHousehold(List<Visit> visits) {
        Map<HouseholdId, List<Visit>> grouped = new HashMap<>();
        for (Visit visit : visits) {
            if (visit.householdId() != null) {
                grouped.computeIfAbsent(visit.householdId(), id -> new ArrayList<>())
                        .add(visit);
            }
        }
        return grouped;
    }
}
