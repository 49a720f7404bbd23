package vn.toso.domain.coverage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.coverage.CoverageOf.Tree;
import vn.toso.domain.coverage.FrozenMonth.Statement;
import vn.toso.domain.coverage.MonthBooks.Book;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.problem.Problem;

/**
 * Answers what a month brought to an area, with corrections apart. A frozen hamlet reads as it was frozen; one that isn't
 * reads as known now. What arrives for a month after it was frozen never changes it: it is its {@code late}, and the
 * {@code carried} of the next month that is frozen after it arrived, or of the month that runs.
 */
public final class MonthOf {

    /**
     * One area's month.
     *
     * @param former name of the former commune that tells hamlets of one name apart; null for none
     * @param hamlets how many it has in that tree
     * @param frozenHamlets how many of them are frozen
     * @param opening counts at the end of the month before
     * @param closing counts at its end, or now while it runs
     * @param late what arrived for this very month after it was frozen, whatever month it arrived in
     * @param carried what arrived for months frozen before, since the latest of those freezes
     */
    public record AreaMonth(
            AreaId area,
            String name,
            @Nullable String former,
            AreaLevel level,
            int hamlets,
            int frozenHamlets,
            Figures opening,
            Figures closing,
            Figures late,
            Figures carried) {}

    /**
     * @param frozenAt when the last of the hamlets was frozen; null while one isn't
     * @param asOf everything acknowledged before this moment is counted in what isn't frozen, and in {@code late}
     */
    public record Answer(
            YearMonth month,
            AreaMonth area,
            List<AreaMonth> children,
            Tree tree,
            @Nullable Instant frozenAt,
            Instant asOf) {}

    private final MonthBooks books;
    private final AreaTrees trees;
    private final CountedUpTo countedUpTo;
    private final Clock clock;

    public MonthOf(Coverages coverages, FrozenMonths months, AreaTrees trees, CountedUpTo countedUpTo, Clock clock) {
        this.books = new MonthBooks(coverages.days(), months);
        this.trees = trees;
        this.countedUpTo = countedUpTo;
        this.clock = clock;
    }

    /**
     * The month of an area and of those right below it, in the tree of the month's last day or of today. {@code
     * not-found} for an area out of scope or not in that tree, {@code invalid} for a month to come.
     */
    public Mono<Answer> of(Actor actor, YearMonth month, AreaId area, Tree tree) {
        Instant asOf = countedUpTo.get();
        return Mono.defer(() -> {
            actor.require(Permission.READ_COVERAGE);
            LocalDate today = Days.today(clock);
            if (month.atDay(1).isAfter(today)) {
                throw Problem.invalid("/month", "in-the-future");
            }
            LocalDate last = month.atEndOfMonth().isAfter(today) ? today : month.atEndOfMonth();
            View view = View.of(actor, trees.current(), tree == Tree.THEN ? last : today, area);
            return books.of(view.hamlets(), month, last).map(found -> toAnswer(month, view, found, tree, asOf));
        });
    }

    private static Answer toAnswer(YearMonth month, View view, Map<AreaId, Book> books, Tree tree, Instant asOf) {
        List<AreaMonth> children =
                view.children().stream().map(child -> sum(view, child, books)).toList();
        boolean all = !books.isEmpty() && books.values().stream().allMatch(book -> book.frozen() != null);
        Instant frozenAt = books.values().stream()
                .map(Book::frozen)
                .filter(Objects::nonNull)
                .map(FrozenMonth::frozenAt)
                .max(Instant::compareTo)
                .orElse(null);
        return new Answer(month, sum(view, view.area(), books), children, tree, all ? frozenAt : null, asOf);
    }

    private static AreaMonth sum(View view, Area top, Map<AreaId, Book> books) {
        List<Book> below = view.hamletsOf(top).stream()
                .flatMap(hamlet -> Stream.ofNullable(books.get(hamlet.id())))
                .toList();
        Statement statement = below.stream().map(Book::statement).reduce(Statement.NONE, Statement::plus);
        return new AreaMonth(
                top.id(),
                top.fullName(),
                view.former(top),
                top.level(),
                below.size(),
                (int) below.stream().filter(book -> book.frozen() != null).count(),
                statement.opening(),
                statement.closing(),
                below.stream().map(Book::late).reduce(Figures.NONE, Figures::plus),
                statement.carried());
    }
}
