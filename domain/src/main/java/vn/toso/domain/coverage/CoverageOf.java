package vn.toso.domain.coverage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.coverage.Coverages.Count;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.service.Catalogues;
import vn.toso.domain.storage.PageToken;

/** Answers how far an area has come. Costs one read of its hamlets' counts, however many visits there are. */
public final class CoverageOf {

    /** Which tree sums the hamlets: that of the day asked for, or today's. */
    public enum Tree {
        THEN,
        NOW
    }

    /**
     * @param service code of one service; null for all
     * @param at the day, at whose end (or now, for today) is counted; null for today
     */
    public record Question(
            AreaId area, @Nullable String service, @Nullable LocalDate at, Tree tree) {}

    /**
     * One area's count.
     *
     * @param name as people say it, with its type
     * @param former name of the former commune that tells hamlets of one name apart; null for none
     * @param teams null for a past day, of which that isn't known
     * @param cells by service code: the one asked for, or every service with eligible or reached units
     */
    public record AreaCoverage(
            AreaId area,
            String name,
            @Nullable String former,
            AreaLevel level,
            HouseholdCount households,
            @Nullable TeamCount teams,
            Map<String, Cell> cells) {

        /** Zero where nobody is eligible and nobody was reached. */
        public Cell cell(String service) {
            return cells.getOrDefault(service, Cell.EMPTY);
        }

        private AreaCoverage withoutTeams() {
            return new AreaCoverage(area, name, former, level, households, null, cells);
        }
    }

    /**
     * @param children the areas right below, in the order of lists; empty for a hamlet
     * @param asOf everything acknowledged before this moment is counted
     */
    public record Answer(AreaCoverage area, List<AreaCoverage> children, Instant asOf, LocalDate at, Tree tree) {}

    /** @param next the token of the next page; null after the last one */
    public record Ranking(
            List<AreaCoverage> items, @Nullable String next, Instant asOf) {}

    private final Coverages coverages;
    private final AreaTrees trees;
    private final Catalogues catalogues;
    private final CountedUpTo countedUpTo;
    private final Clock clock;

    public CoverageOf(
            Coverages coverages, AreaTrees trees, Catalogues catalogues, CountedUpTo countedUpTo, Clock clock) {
        this.coverages = coverages;
        this.trees = trees;
        this.catalogues = catalogues;
        this.countedUpTo = countedUpTo;
        this.clock = clock;
    }

    /**
     * The area's count and one for each child. {@code not-found} for an area out of scope or not in that tree,
     * {@code invalid} for an unknown service or a day to come.
     */
    public Mono<Answer> of(Actor actor, Question question) {
        Instant asOf = countedUpTo.get();
        return Mono.defer(() -> {
            LocalDate at = checked(actor, question);
            LocalDate treeDay = question.tree() == Tree.THEN ? at : Days.today(clock);
            View view = View.of(actor, trees.current(), treeDay, question.area());
            return requestCounts(view, question.service(), at)
                    .map(counts -> toAnswer(view, counts, asOf, at, question.tree()));
        });
    }

    /**
     * The area's hamlets today, those with the least share first, those without anybody eligible last. Fails as
     * {@link #of} does.
     *
     * @param limit how many, 1 to {@link vn.toso.domain.storage.Page#LARGEST}
     * @param after the token of the page before; null for the first
     */
    public Mono<Ranking> laggards(Actor actor, AreaId area, String service, int limit, @Nullable String after) {
        Instant asOf = countedUpTo.get();
        return Mono.defer(() -> {
            PageToken.checkLimit(limit);
            LocalDate today = checked(actor, new Question(area, service, null, Tree.NOW));
            View view = View.of(actor, trees.current(), today, area);
            Laggards laggards = new Laggards(view, service);
            return requestCounts(view, service, today)
                    .map(counts -> laggards.page(counts, limit, after))
                    .map(page -> new Ranking(page.items(), page.next(), asOf));
        });
    }

    /** The day that is asked for. */
    private LocalDate checked(Actor actor, Question question) {
        actor.require(Permission.READ_COVERAGE);
        if (question.service() != null
                && catalogues.current().find(question.service()).isEmpty()) {
            throw Problem.invalid("/service", "unknown-service", question.service());
        }
        LocalDate today = Days.today(clock);
        if (question.at() != null && question.at().isAfter(today)) {
            throw Problem.invalid("/at", "in-the-future");
        }
        return question.at() == null ? today : question.at();
    }

    private Mono<Map<AreaId, Count>> requestCounts(View view, @Nullable String service, LocalDate at) {
        Flux<Count> counts = at.equals(Days.today(clock))
                ? coverages.now(view.hamlets(), service)
                : coverages.at(view.hamlets(), at, service);
        return counts.collectMap(Count::hamletId);
    }

    private Answer toAnswer(View view, Map<AreaId, Count> counts, Instant asOf, LocalDate at, Tree tree) {
        boolean now = at.equals(Days.today(clock));
        UnaryOperator<AreaCoverage> known = now ? UnaryOperator.identity() : AreaCoverage::withoutTeams;
        List<AreaCoverage> children = view.children().stream()
                .map(child -> known.apply(view.sum(child, counts)))
                .toList();
        return new Answer(known.apply(view.sum(view.area(), counts)), children, asOf, at, tree);
    }
}
