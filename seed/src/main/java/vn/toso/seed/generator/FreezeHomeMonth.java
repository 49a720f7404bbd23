package vn.toso.seed.generator;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Role;
import vn.toso.domain.access.Scope;
import vn.toso.domain.coverage.FreezeMonth;
import vn.toso.domain.storage.Store;
import vn.toso.seed.reference.ReferenceAreas;

/**
 * Freezes the month before the demo's day in Minh Hợp, as its leader would have done, once what was made up is counted. Done
 * at every start, since freezing again changes nothing.
 */
final class FreezeHomeMonth {

    private final DemoMarks marks;
    private final FreezeMonth freezeMonth;
    private final Supplier<Instant> countedUpTo;
    private final Clock clock;
    private volatile @Nullable Instant loadedBy;
    private volatile boolean frozen;

    /** @param countedUpTo the moment before which everything acknowledged is counted */
    FreezeHomeMonth(Store store, FreezeMonth freezeMonth, Supplier<Instant> countedUpTo, Clock clock) {
        this.marks = new DemoMarks(store);
        this.freezeMonth = freezeMonth;
        this.countedUpTo = countedUpTo;
        this.clock = clock;
    }

    /** Does nothing while the demo is not loaded and counted, and nothing once it is done. */
    Mono<Void> run() {
        return frozen
                ? Mono.empty()
                : marks.find()
                        .filter(DemoMark::complete)
                        .filter(mark -> isCounted())
                        .flatMap(this::freeze);
    }

    private boolean isCounted() {
        Instant seen = loadedBy;
        if (seen == null) {
            loadedBy = clock.instant();
            return false;
        }
        return countedUpTo.get().isAfter(seen);
    }

    private Mono<Void> freeze(DemoMark mark) {
        Actor leader = new Actor(Cast.LEADER, Role.COMMUNE_LEADER, Scope.all());
        YearMonth month = YearMonth.from(mark.day()).minusMonths(1);
        return freezeMonth
                .freeze(leader, month, ReferenceAreas.idOf(DemoPlan.HOME))
                .doOnSuccess(tree -> frozen = true)
                .then();
    }
}
