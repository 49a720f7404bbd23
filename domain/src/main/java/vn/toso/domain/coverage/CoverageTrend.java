package vn.toso.domain.coverage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.coverage.CoverageOf.Tree;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.service.Catalogues;

/**
 * Answers how an area came to be where it is: its count of one service at the end of each of many days. A past day reads
 * as known now: what arrived late stands on the day on which it occurred. Reads the stored days of some hundred hamlets
 * at a time.
 */
public final class CoverageTrend {

    /** A year of days, and some. */
    public static final int MOST_POINTS = 400;

    private static final int HAMLETS_AT_A_TIME = 250;

    /** Nothing was counted before; a day beyond what a database can hold is none worse. */
    private static final LocalDate BEFORE_ALL = LocalDate.of(2000, 1, 1);

    /**
     * @param from the first day; null for some weeks or months back, as the step says
     * @param to the last day; null for today
     * @param tree whether each day is summed over the hamlets that were below the area then, or over those of today
     */
    public record Question(
            AreaId area,
            String service,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            TrendStep step,
            Tree tree) {}

    /** @param day at whose end is counted; today: as of now */
    public record Point(LocalDate day, Cell cell, long registered, long visited) {

        static Point empty(LocalDate day) {
            return new Point(day, Cell.EMPTY, 0, 0);
        }

        Point plus(CoverageDay counted, String service) {
            return new Point(
                    day,
                    cell.plus(counted.services().getOrDefault(service, Cell.EMPTY)),
                    registered + counted.registered(),
                    visited + counted.visited());
        }

        Point plus(Point other) {
            return new Point(day, cell.plus(other.cell), registered + other.registered, visited + other.visited);
        }
    }

    /** @param asOf everything acknowledged before this moment is counted, whatever day it belongs to */
    public record Trend(AreaId area, String name, String service, List<Point> points, Instant asOf, Tree tree) {}

    private final Coverages coverages;
    private final AreaTrees trees;
    private final Catalogues catalogues;
    private final CountedUpTo countedUpTo;
    private final Clock clock;

    public CoverageTrend(
            Coverages coverages, AreaTrees trees, Catalogues catalogues, CountedUpTo countedUpTo, Clock clock) {
        this.coverages = coverages;
        this.trees = trees;
        this.catalogues = catalogues;
        this.countedUpTo = countedUpTo;
        this.clock = clock;
    }

    /**
     * The trend of an area. {@code not-found} for an area out of scope or not in the tree of the last day (or of today),
     * {@code invalid} for an unknown service, days to come or in the wrong order, more than {@link #MOST_POINTS} points.
     */
    public Mono<Trend> of(Actor actor, Question question) {
        Instant asOf = countedUpTo.get();
        return Mono.defer(() -> {
            List<LocalDate> days = checked(actor, question);
            LocalDate last = days.get(days.size() - 1);
            LocalDate treeDay = question.tree() == Tree.THEN ? last : Days.today(clock);
            View view = View.of(actor, trees.current(), treeDay, question.area());
            return points(membership(view, days, question.tree()), question.service(), days)
                    .map(points -> new Trend(
                            question.area(),
                            view.area().fullName(),
                            question.service(),
                            points,
                            asOf,
                            question.tree()));
        });
    }

    /** The points of the hamlets below an area in one tree, for those who have checked who asks. */
    Mono<List<Point>> of(View view, String service, List<LocalDate> days) {
        return points(membership(view, days, Tree.NOW), service, days);
    }

    private List<LocalDate> checked(Actor actor, Question question) {
        actor.require(Permission.READ_COVERAGE);
        if (catalogues.current().find(question.service()).isEmpty()) {
            throw Problem.invalid("/service", "unknown-service", question.service());
        }
        LocalDate to = question.to() == null ? Days.today(clock) : notBeforeAll(question.to());
        LocalDate from = question.from() == null ? question.step().usualStart(to) : notBeforeAll(question.from());
        if (to.isAfter(Days.today(clock))) {
            throw Problem.invalid("/to", "in-the-future");
        }
        if (to.isBefore(from)) {
            throw Problem.invalid("/to", "before-from");
        }
        List<LocalDate> points = question.step().points(from, to, MOST_POINTS);
        if (points.size() > MOST_POINTS) {
            throw Problem.invalid("/from", "too-many-points", MOST_POINTS);
        }
        return points;
    }

    private static LocalDate notBeforeAll(LocalDate day) {
        return day.isBefore(BEFORE_ALL) ? BEFORE_ALL : day;
    }

    /** The hamlets to be summed on each day. */
    private static Map<LocalDate, Set<AreaId>> membership(View view, List<LocalDate> days, Tree tree) {
        Map<LocalDate, Set<AreaId>> members = new TreeMap<>();
        Set<AreaId> now = Set.copyOf(view.hamlets());
        for (LocalDate day : days) {
            members.put(
                    day,
                    tree == Tree.NOW
                            ? now
                            : view.tree().hamletsUnder(view.area().id(), day).stream()
                                    .map(Area::id)
                                    .collect(Collectors.toSet()));
        }
        return members;
    }

    private Mono<List<Point>> points(Map<LocalDate, Set<AreaId>> members, String service, List<LocalDate> days) {
        Set<AreaId> hamlets = new LinkedHashSet<>();
        members.values().forEach(hamlets::addAll);
        List<Point> none = days.stream().map(Point::empty).toList();
        return Flux.fromIterable(hamlets)
                .buffer(HAMLETS_AT_A_TIME)
                .concatMap(some -> coverages
                        .days()
                        .within(some, days.get(0), days.get(days.size() - 1), service)
                        .collectMultimap(CoverageDay::hamletId)
                        .map(stored -> sum(stored, members, service, days)))
                .reduce(none, CoverageTrend::sum);
    }

    private static List<Point> sum(
            Map<AreaId, Collection<CoverageDay>> stored,
            Map<LocalDate, Set<AreaId>> members,
            String service,
            List<LocalDate> days) {
        Map<AreaId, NavigableMap<LocalDate, CoverageDay>> histories = new HashMap<>();
        stored.forEach((hamlet, of) -> {
            NavigableMap<LocalDate, CoverageDay> history = new TreeMap<>();
            of.forEach(day -> history.put(day.day(), day));
            histories.put(hamlet, history);
        });
        return days.stream()
                .map(day -> pointOn(day, histories, members.getOrDefault(day, Set.of()), service))
                .toList();
    }

    private static Point pointOn(
            LocalDate day,
            Map<AreaId, NavigableMap<LocalDate, CoverageDay>> histories,
            Set<AreaId> members,
            String service) {
        Point point = Point.empty(day);
        for (Map.Entry<AreaId, NavigableMap<LocalDate, CoverageDay>> history : histories.entrySet()) {
            Map.Entry<LocalDate, CoverageDay> counted = history.getValue().floorEntry(day);
            if (counted != null && members.contains(history.getKey())) {
                point = point.plus(counted.getValue(), service);
            }
        }
        return point;
    }

    private static List<Point> sum(List<Point> one, List<Point> other) {
        List<Point> sum = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            sum.add(one.get(i).plus(other.get(i)));
        }
        return sum;
    }
}
