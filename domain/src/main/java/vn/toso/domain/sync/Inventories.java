package vn.toso.domain.sync;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.Change;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.Concern;
import vn.toso.domain.change.Cursor;
import vn.toso.domain.change.Excerpt;
import vn.toso.domain.household.Households;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.storage.GroupCommit;
import vn.toso.domain.storage.GroupCommit.Outcome;
import vn.toso.domain.visit.Visits;

/**
 * The inventories of the hamlets that were asked for lately. Each is read from its documents once and then kept up with
 * the hamlet's part of the change log, when it is asked for: so it is never behind what a pull of this node told.
 */
final class Inventories {

    /** Some 30 MB of memory. */
    private static final int MOST_HAMLETS = 400;

    /** With more to catch up with, reading all anew is no dearer. */
    private static final int MOST_CHANGES = 1_000;

    private static final int MOST_WAITING = 10_000;

    private final ChangeLog log;
    private final Households households;
    private final Visits visits;
    private final Supplier<Instant> visitsSince;
    private final Cache<AreaId, Kept> kept =
            Caffeine.newBuilder().maximumSize(MOST_HAMLETS).build();

    Inventories(ChangeLog log, Households households, Visits visits, Supplier<Instant> visitsSince) {
        this.log = log;
        this.households = households;
        this.visits = visits;
        this.visitsSince = visitsSince;
    }

    /** As it is now, as far as this node knows; requests that come together share the reading. */
    Mono<Inventory> of(AreaId hamlet) {
        return kept.get(hamlet, Kept::new).updates.submit(Boolean.TRUE);
    }

    private final class Kept {
        private final AreaId hamlet;
        private final GroupCommit<Boolean, Inventory> updates = new GroupCommit<>(MOST_WAITING, this::update);
        private volatile @Nullable Inventory last;

        Kept(AreaId hamlet) {
            this.hamlet = hamlet;
        }

        private Mono<List<Outcome<Inventory>>> update(List<Boolean> asked) {
            return current()
                    .doOnNext(now -> last = now)
                    .map(now -> Collections.nCopies(asked.size(), new Outcome.Done<>(now)));
        }

        private Mono<Inventory> current() {
            Inventory known = last;
            Cursor end = log.knownHead();
            if (known == null) {
                return read();
            }
            return known.upTo().covers(end) ? Mono.just(known) : caughtUp(known, end);
        }

        /** First the position in the log: what is written while it is read is caught up with the next time. */
        private Mono<Inventory> read() {
            return log.head()
                    .flatMap(head -> Mono.zip(
                            households.stampsIn(hamlet).collectList(),
                            visits.stampsIn(hamlet, visitsSince.get()).collectList(),
                            (living, made) -> Inventory.of(living, made, head)));
        }

        private Mono<Inventory> caughtUp(Inventory known, Cursor end) {
            Concern concern = new Concern(Set.of(hamlet), Set.of("household", "visit"));
            return log.excerpt(known.upTo(), end, concern, MOST_CHANGES)
                    .flatMap(excerpt -> excerpt.changes().size() < MOST_CHANGES ? changed(known, excerpt) : read())
                    .onErrorResume(Kept::isTooOld, tooOld -> read());
        }

        private Mono<Inventory> changed(Inventory known, Excerpt excerpt) {
            if (excerpt.changes().isEmpty()) {
                return Mono.just(known.upTo(excerpt.upTo()));
            }
            Set<UUID> homes = ids(excerpt, "household");
            Set<UUID> made = ids(excerpt, "visit");
            Inventory rest = known.without(homes).without(made);
            return Mono.zip(
                    households
                            .stampsIn(
                                    hamlet, homes.stream().map(HouseholdId::new).toList())
                            .collectList(),
                    visits.stampsIn(hamlet, made.stream().map(VisitId::new).toList())
                            .collectList(),
                    (living, visited) -> rest.with(living, visited, excerpt.upTo()));
        }

        private static Set<UUID> ids(Excerpt excerpt, String kind) {
            return excerpt.changes().stream()
                    .filter(change -> change.kind().equals(kind))
                    .map(Change::entity)
                    .collect(Collectors.toSet());
        }

        private static boolean isTooOld(Throwable failure) {
            return failure instanceof Problem problem && problem.code() == ProblemCode.RESYNC_REQUIRED;
        }
    }
}
