package vn.toso.domain.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.id.AreaId;

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
     * @param cells by service code: the one asked for, or every service with eligible or reached units
     */
    public record AreaCoverage(
            AreaId area,
            String name,
            @Nullable String former,
            AreaLevel level,
            HouseholdCount households,
            Map<String, Cell> cells) {

        /** Zero where nobody is eligible and nobody was reached. */
        public Cell cell(String service) {
            return cells.getOrDefault(service, Cell.EMPTY);
        }
    }

    /**
     * @param children the areas right below, by name; empty for a hamlet
     * @param asOf the oldest moment at which one of the hamlets was counted; the day's end for a past day
     */
    public record Answer(AreaCoverage area, List<AreaCoverage> children, Instant asOf, LocalDate at, Tree tree) {}

    /** @param next the token of the next page; null after the last one */
    public record Ranking(
            List<AreaCoverage> items, @Nullable String next, Instant asOf) {}

    /** The area's count and one for each child. {@code not-found} for an area out of scope. */
    public Mono<Answer> of(Actor actor, Question question) {
        return Mono.error(() -> new UnsupportedOperationException());
    }

    /**
     * The area's hamlets today, those with the least share first, those without anybody eligible last.
     *
     * @param after the token of the page before; null for the first
     */
    public Mono<Ranking> laggards(Actor actor, AreaId area, String service, int limit, @Nullable String after) {
        return Mono.error(() -> new UnsupportedOperationException());
    }
}
