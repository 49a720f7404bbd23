package vn.toso.domain.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.coverage.Cell;
import vn.toso.domain.coverage.Coverages;
import vn.toso.domain.coverage.Coverages.Count;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.PageToken;

/** Coverage as a list: a row for each hamlet and service, in the order of both. */
final class CoverageList {

    static final List<String> COLUMNS = List.of(
            "hamletId",
            "hamlet",
            "commune",
            "service",
            "asOf",
            "eligible",
            "reached",
            "achieved",
            "refused",
            "blocked",
            "achievedBefore",
            "cursor");

    private static final int HAMLETS_OF_PAGE = 40;

    private final Coverages coverages;
    private final Naming naming;
    private final ExportFilter filter;
    private final LocalDate at;
    private final boolean today;

    /** @param today the day that is not over yet */
    CoverageList(Coverages coverages, Naming naming, ExportFilter filter, LocalDate today) {
        this.coverages = coverages;
        this.naming = naming;
        this.filter = filter;
        this.at = filter.to() == null ? today : filter.to();
        this.today = this.at.equals(today);
    }

    /** @param hamlets in the order of their ids' bytes */
    Flux<List<ExportRow>> pages(List<AreaId> hamlets) {
        List<String> after = filter.after() == null ? List.of() : PageToken.parts(filter.after(), 2);
        String hamlet = after.isEmpty() ? "" : PageToken.uuid(after.get(0)).toString();
        String service = after.isEmpty() ? "" : after.get(1);
        List<AreaId> rest = hamlets.stream()
                .filter(id -> id.toString().compareTo(hamlet) >= 0)
                .toList();
        return Flux.fromIterable(rest).buffer(HAMLETS_OF_PAGE).concatMap(some -> requestPage(some, hamlet, service), 1);
    }

    private Mono<List<ExportRow>> requestPage(List<AreaId> hamlets, String lastHamlet, String lastService) {
        Flux<Count> counts =
                today ? coverages.now(hamlets, filter.service()) : coverages.at(hamlets, at, filter.service());
        return Mono.zip(counts.collectMap(Count::hamletId), requestBefore(hamlets))
                .map(both -> {
                    List<ExportRow> rows = new ArrayList<>();
                    hamlets.forEach(hamlet -> add(
                            rows,
                            hamlet,
                            both.getT1().get(hamlet),
                            both.getT2().get(hamlet),
                            hamlet.toString().equals(lastHamlet) ? lastService : ""));
                    return rows;
                });
    }

    private Mono<Map<AreaId, Count>> requestBefore(List<AreaId> hamlets) {
        return filter.from() == null
                ? Mono.just(Map.of())
                : coverages
                        .at(hamlets, filter.from().minusDays(1), filter.service())
                        .collectMap(Count::hamletId);
    }

    /** @param after the service of the last row that the caller has of this hamlet */
    private void add(List<ExportRow> rows, AreaId hamlet, @Nullable Count count, @Nullable Count before, String after) {
        if (count == null) {
            return;
        }
        new TreeMap<>(count.services())
                .tailMap(after, false)
                .forEach((service, cell) -> rows.add(new ExportRow(Arrays.asList(
                        hamlet.toString(),
                        naming.hamlet(hamlet),
                        naming.commune(hamlet),
                        service,
                        at,
                        cell.eligible(),
                        cell.reached(),
                        cell.achieved(),
                        cell.refused(),
                        cell.blocked(),
                        before == null
                                ? null
                                : before.services()
                                        .getOrDefault(service, Cell.EMPTY)
                                        .achieved(),
                        PageToken.of(hamlet, service)))));
    }
}
