package vn.toso.domain.coverage;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.coverage.CoverageOf.AreaCoverage;
import vn.toso.domain.coverage.Coverages.Count;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.Page;
import vn.toso.domain.storage.PageToken;

/**
 * The hamlets of an area by their share of one service, the least first; where nobody is eligible there is no share, and
 * no laggard. Hamlets of one share stand in the order of lists.
 */
final class Laggards {

    /** What orders hamlets, and where the next page begins. */
    private record Rank(boolean noShare, double share, int place) {
        private static final Comparator<Rank> ORDER =
                comparing(Rank::noShare).thenComparingDouble(Rank::share).thenComparingInt(Rank::place);
    }

    private final View view;
    private final String service;
    private final Map<AreaId, Integer> places = new HashMap<>();

    Laggards(View view, String service) {
        this.view = view;
        this.service = service;
        view.hamlets().forEach(hamlet -> places.put(hamlet, places.size()));
    }

    /** @param after token of the page before: the share and the hamlet it ended with; null for the first page */
    Page<AreaCoverage> page(Map<AreaId, Count> counts, int limit, @Nullable String after) {
        List<AreaCoverage> oneMore = view.hamletsOf(view.area()).stream()
                .map(hamlet -> view.sum(hamlet, counts))
                .filter(coverage -> after == null || Rank.ORDER.compare(rank(coverage), rank(after)) > 0)
                .sorted(comparing(this::rank, Rank.ORDER))
                .limit(limit + 1L)
                .toList();
        return Page.of(oneMore, limit, last -> PageToken.of(shareOf(last), last.area()));
    }

    private Rank rank(AreaCoverage coverage) {
        return rank(shareOf(coverage), coverage.area());
    }

    private Rank rank(String token) {
        List<String> parts = PageToken.parts(token, 2);
        try {
            return rank(Double.parseDouble(parts.get(0)), new AreaId(PageToken.uuid(parts.get(1))));
        } catch (NumberFormatException notOurs) {
            throw PageToken.foreign();
        }
    }

    private Rank rank(double share, AreaId hamlet) {
        return new Rank(Double.isNaN(share), share, places.getOrDefault(hamlet, -1));
    }

    private double shareOf(AreaCoverage coverage) {
        return coverage.cell(service).share().orElse(Double.NaN);
    }
}
