package vn.toso.domain.visit;

import static com.mongodb.client.model.Projections.include;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import vn.toso.domain.area.Days;
import vn.toso.domain.id.FrozenMonthId;
import vn.toso.domain.id.Id;
import vn.toso.domain.storage.GroupCommit.Outcome;
import vn.toso.domain.storage.Store;
import vn.toso.domain.visit.Surroundings.Frozen;

/** Marks visits that come when the month in which they occurred is frozen already. They count all the same. */
final class FrozenMonthMarks {

    private final SharedLookup<Frozen> frozen;

    FrozenMonthMarks(Store store) {
        this.frozen =
                new SharedLookup<>(store.collection("frozen_months", Frozen.class), include("frozenAt"), Frozen::id);
    }

    /** The same outcomes, with a mark on the visits that need one. */
    Mono<List<Outcome<Visit>>> mark(List<Outcome<Visit>> judged) {
        Set<Id> months = judged.stream()
                .flatMap(outcome -> outcome.value().stream())
                .flatMap(visit -> pastMonth(visit).stream())
                .collect(Collectors.toSet());
        return frozen.findAll(months)
                .map(found -> judged.stream()
                        .map(outcome -> outcome.map(visit -> marked(visit, found)))
                        .toList());
    }

    private static Visit marked(Visit visit, Map<Id, Frozen> found) {
        return pastMonth(visit)
                .map(found::get)
                .map(month -> visit.afterFreeze(month.frozenAt()))
                .orElse(visit);
    }

    /** A visit of this month needs no look at what is frozen: only a month that is over can be. */
    private static Optional<FrozenMonthId> pastMonth(Visit visit) {
        YearMonth month = YearMonth.from(visit.day());
        return month.isBefore(YearMonth.from(Days.of(visit.receivedAt())))
                ? Optional.of(FrozenMonthId.of(visit.hamletId(), month))
                : Optional.empty();
    }
}
