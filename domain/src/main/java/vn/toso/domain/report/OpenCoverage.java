package vn.toso.domain.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.AreaTree;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.coverage.Cell;
import vn.toso.domain.coverage.Coverages;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.service.Catalogues;
import vn.toso.domain.service.Service;

/**
 * Coverage of each commune for the public, as of the end of a month: no count from which a person could be told. Whole
 * months only, so that nobody learns who came today by asking every day.
 */
public final class OpenCoverage {

    /**
     * A count as the public sees it.
     *
     * @param number null when it isn't shown
     * @param small whether it isn't shown because it is below 5; else because it would betray another
     */
    public record Count(@Nullable Long number, boolean small) {}

    /**
     * One service in one commune, or in all of a province together.
     *
     * @param code official code of the area; null for none
     * @param area the commune's name; null for the sum
     * @param province whose commune it is
     */
    public record Row(
            String service,
            String province,
            @Nullable String code,
            @Nullable String area,
            Count eligible,
            Count achieved) {}

    /** @param asOf the last day of the month */
    public record Answer(YearMonth month, LocalDate asOf, List<Row> rows) {}

    private final Coverages coverages;
    private final AreaTrees trees;
    private final Catalogues catalogues;
    private final Clock clock;

    public OpenCoverage(Coverages coverages, AreaTrees trees, Catalogues catalogues, Clock clock) {
        this.coverages = coverages;
        this.trees = trees;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    /**
     * The month that is asked for: a finished one, {@code invalid} at {@code /month} otherwise.
     *
     * @param text such as {@code 2026-10}; null for the last finished one
     */
    public YearMonth month(@Nullable String text) {
        YearMonth last = YearMonth.from(Days.today(clock)).minusMonths(1);
        if (text == null) {
            return last;
        }
        if (!text.matches("20[0-9]{2}-(0[1-9]|1[0-2])")) {
            throw Problem.invalid("/month", "month");
        }
        YearMonth month = YearMonth.parse(text);
        if (month.isAfter(last)) {
            throw Problem.invalid("/month", "in-the-future");
        }
        return month;
    }

    /** Every service that households, people or pupils take up, at the end of a month that {@link #month} gave. */
    public Mono<Answer> of(YearMonth month) {
        return Mono.defer(() -> {
            LocalDate day = month.atEndOfMonth();
            AreaTree tree = trees.current();
            List<Area> communes = tree.roots(day).stream()
                    .flatMap(root -> communes(tree, root, day).stream())
                    .toList();
            Map<AreaId, AreaId> homes = homes(tree, communes, day);
            return coverages
                    .at(homes.keySet(), day, null)
                    .<Map<AreaId, Map<String, Cell>>>reduceWith(HashMap::new, (sums, count) -> add(sums, homes, count))
                    .map(sums -> new Answer(month, day, rows(tree, day, sums)));
        });
    }

    private static List<Area> communes(AreaTree tree, Area root, LocalDate day) {
        return tree.subtree(root.id(), day).stream()
                .filter(area -> area.level() == AreaLevel.COMMUNE)
                .toList();
    }

    /** The commune of each hamlet. */
    private static Map<AreaId, AreaId> homes(AreaTree tree, List<Area> communes, LocalDate day) {
        Map<AreaId, AreaId> homes = new HashMap<>();
        communes.forEach(commune ->
                tree.hamletsUnder(commune.id(), day).forEach(hamlet -> homes.put(hamlet.id(), commune.id())));
        return homes;
    }

    private static Map<AreaId, Map<String, Cell>> add(
            Map<AreaId, Map<String, Cell>> sums, Map<AreaId, AreaId> homes, Coverages.Count count) {
        AreaId commune = homes.get(count.hamletId());
        if (commune != null) {
            Map<String, Cell> sum = sums.computeIfAbsent(commune, id -> new HashMap<>());
            count.services().forEach((service, cell) -> sum.merge(service, cell, Cell::plus));
        }
        return sums;
    }

    private List<Row> rows(AreaTree tree, LocalDate day, Map<AreaId, Map<String, Cell>> sums) {
        List<Row> rows = new ArrayList<>();
        for (Service service : catalogues.current().all()) {
            if (!service.unit().isOfHamlet()) {
                tree.roots(day)
                        .forEach(root -> rows.addAll(rows(service.code(), root, communes(tree, root, day), sums)));
            }
        }
        return rows;
    }

    /** Communes of which nothing is known are left out: missing is never 0. */
    private static List<Row> rows(String service, Area root, List<Area> all, Map<AreaId, Map<String, Cell>> sums) {
        List<Area> communes =
                all.stream().filter(commune -> sums.containsKey(commune.id())).toList();
        List<Cell> cells = communes.stream()
                .map(commune -> sums.getOrDefault(commune.id(), Map.of()).getOrDefault(service, Cell.EMPTY))
                .toList();
        Masking masking = new Masking(cells);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Count eligible = count(cells.get(i).eligible(), masking.hidesEligible(i));
            Count achieved = count(cells.get(i).achieved(), masking.hidesAchieved(i));
            Area commune = communes.get(i);
            rows.add(new Row(service, root.fullName(), commune.code(), commune.fullName(), eligible, achieved));
        }
        Cell sum = cells.stream().reduce(Cell.EMPTY, Cell::plus);
        if (!cells.isEmpty()) {
            Count eligible = count(sum.eligible(), masking.hidesSumOfEligible());
            Count achieved = count(sum.achieved(), masking.hidesSumOfAchieved());
            rows.add(new Row(service, root.fullName(), root.code(), null, eligible, achieved));
        }
        return rows;
    }

    private static Count count(long number, boolean hidden) {
        boolean small = number < Masking.SMALLEST;
        return new Count(hidden || small ? null : Long.valueOf(number), small);
    }
}
