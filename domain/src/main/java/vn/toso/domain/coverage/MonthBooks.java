package vn.toso.domain.coverage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.coverage.FrozenMonth.Statement;
import vn.toso.domain.id.AreaId;

/** Puts together what is said of a month in some hamlets: as frozen, and as it would read if it were frozen now. */
final class MonthBooks {

    /**
     * One hamlet's month.
     *
     * @param frozen null when it isn't frozen
     * @param now as everything known now says
     */
    record Book(@Nullable FrozenMonth frozen, Statement now) {

        /** What stands: as frozen where it is, as known now where not. */
        Statement statement() {
            return frozen == null ? now : frozen.statement();
        }

        /** What arrived for the month itself after it was frozen. */
        Figures late() {
            return frozen == null ? Figures.NONE : difference(now, frozen.statement());
        }

        private static Figures difference(Statement now, Statement then) {
            return now.closing().minus(now.opening()).minus(then.closing().minus(then.opening()));
        }
    }

    private final CoverageDays days;
    private final FrozenMonths months;

    MonthBooks(CoverageDays days, FrozenMonths months) {
        this.days = days;
        this.months = months;
    }

    /**
     * @param last the day at whose end the month's closing is counted: its last day, or today while it runs
     */
    Mono<Map<AreaId, Book>> of(Collection<AreaId> hamlets, YearMonth month, LocalDate last) {
        return Mono.zip(
                        months.of(hamlets, month).collectMap(FrozenMonth::hamletId),
                        months.latestBefore(hamlets, month).collectMap(FrozenMonth::hamletId),
                        figuresAt(hamlets, month.atDay(1).minusDays(1)),
                        figuresAt(hamlets, last))
                .flatMap(read -> carried(read.getT2())
                        .map(carried -> books(hamlets, read.getT1(), read.getT3(), read.getT4(), carried)));
    }

    private static Map<AreaId, Book> books(
            Collection<AreaId> hamlets,
            Map<AreaId, FrozenMonth> frozen,
            Map<AreaId, Figures> opening,
            Map<AreaId, Figures> closing,
            Map<AreaId, Figures> carried) {
        Map<AreaId, Book> books = new HashMap<>();
        for (AreaId hamlet : hamlets) {
            Statement now = new Statement(
                    opening.getOrDefault(hamlet, Figures.NONE),
                    closing.getOrDefault(hamlet, Figures.NONE),
                    carried.getOrDefault(hamlet, Figures.NONE));
            books.put(hamlet, new Book(frozen.get(hamlet), now));
        }
        return books;
    }

    /** What is known now of months frozen before beyond what was known when they were: nearly always of one month. */
    private Mono<Map<AreaId, Figures>> carried(Map<AreaId, FrozenMonth> before) {
        Map<String, List<AreaId>> byMonth = before.values().stream()
                .collect(groupingBy(FrozenMonth::month, mapping(FrozenMonth::hamletId, toList())));
        return Flux.fromIterable(byMonth.entrySet())
                .concatMap(of ->
                        figuresAt(of.getValue(), YearMonth.parse(of.getKey()).atEndOfMonth()))
                .collect(() -> new HashMap<AreaId, Figures>(), Map::putAll)
                .map(known -> carried(before, known));
    }

    private static Map<AreaId, Figures> carried(Map<AreaId, FrozenMonth> before, Map<AreaId, Figures> known) {
        Map<AreaId, Figures> carried = new HashMap<>();
        before.forEach((hamlet, frozen) ->
                carried.put(hamlet, known.getOrDefault(hamlet, Figures.NONE).minus(frozen.closing())));
        return carried;
    }

    private Mono<Map<AreaId, Figures>> figuresAt(Collection<AreaId> hamlets, LocalDate day) {
        return days.at(hamlets, day, null).collectMap(CoverageDay::hamletId, Figures::of);
    }
}
