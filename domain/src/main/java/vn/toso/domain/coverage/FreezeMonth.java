package vn.toso.domain.coverage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.AreaTree;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.coverage.CoverageOf.Tree;
import vn.toso.domain.coverage.MonthBooks.Book;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.problem.Problem;

/**
 * Keeps a month for good as it reads now, for every hamlet of an area. What is frozen stays as it is: freezing again, or
 * an area above, adds the hamlets that were not.
 */
public final class FreezeMonth {

    private static final int HAMLETS_AT_A_TIME = 250;

    private final FrozenMonths months;
    private final MonthBooks books;
    private final AreaTrees trees;
    private final Clock clock;

    public FreezeMonth(Coverages coverages, FrozenMonths months, AreaTrees trees, Clock clock) {
        this.months = months;
        this.books = new MonthBooks(coverages.days(), months);
        this.trees = trees;
        this.clock = clock;
    }

    /**
     * Emits, when every hamlet below the area is frozen, which tree they were found in: today's, or for an area that is
     * gone that of the month's last day. {@code not-found} for an area out of scope, {@code invalid} at {@code /month} while the month isn't over.
     */
    public Mono<Tree> freeze(Actor actor, YearMonth month, AreaId area) {
        return Mono.fromSupplier(() -> checked(actor, month, area))
                .flatMap(view -> Flux.fromIterable(view.hamlets())
                        .buffer(HAMLETS_AT_A_TIME)
                        .concatMap(hamlets -> freeze(actor, month, hamlets))
                        .then(Mono.fromSupplier(() -> view.day().equals(month.atEndOfMonth()) ? Tree.THEN : Tree.NOW)));
    }

    private View checked(Actor actor, YearMonth month, AreaId area) {
        actor.require(Permission.FREEZE_MONTHS);
        LocalDate today = Days.today(clock);
        AreaTree tree = trees.current();
        boolean stands = tree.find(area).filter(found -> found.existsOn(today)).isPresent();
        View view = View.of(actor, tree, stands ? today : month.atEndOfMonth(), area);
        if (!month.atEndOfMonth().isBefore(today)) {
            throw Problem.invalid("/month", "month-not-over");
        }
        return view;
    }

    private Mono<Void> freeze(Actor actor, YearMonth month, Collection<AreaId> hamlets) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return books.of(hamlets, month, month.atEndOfMonth())
                .map(found -> unfrozen(found, month, now, actor))
                .flatMap(months::insert);
    }

    private static List<FrozenMonth> unfrozen(Map<AreaId, Book> found, YearMonth month, Instant now, Actor actor) {
        return found.entrySet().stream()
                .filter(book -> book.getValue().frozen() == null)
                .map(book -> FrozenMonth.of(
                        book.getKey(),
                        month,
                        now,
                        actor.memberId(),
                        book.getValue().now()))
                .toList();
    }
}
