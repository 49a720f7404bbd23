package vn.toso.domain.coverage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.coverage.CoverageTrend.Point;
import vn.toso.domain.coverage.Target.Kind;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.service.Catalogues;

/** Answers what an area is to reach and how far it has come. */
public final class TargetProgress {

    /**
     * How far a target is reached. A pace is in units a day.
     *
     * @param achieved units that have achieved by today, or by the last day of a period that is over
     * @param eligible units in the denominator on that day
     * @param goal units that are to have achieved: for a share, that share of {@code eligible}, rounded up
     * @param missing how many are missing, never below 0
     * @param daysLeft days of the period that are to come; today is none of them
     * @param paceNeeded to reach the goal in the days left; null when none are left and units are missing
     * @param pace of the last four whole weeks; null when less is known
     * @param forecast for the last day; null when the period is over, or less than four weeks are known
     */
    public record Progress(
            LocalDate from,
            LocalDate to,
            long achieved,
            long eligible,
            long goal,
            long missing,
            long daysLeft,
            @Nullable Double paceNeeded,
            @Nullable Double pace,
            @Nullable Forecast forecast) {}

    /** @param progress null for a baseline, and for what the catalogue doesn't count */
    public record Reading(Target target, @Nullable Progress progress) {}

    /** @param asOf everything acknowledged before this moment is counted */
    public record Answer(List<Reading> targets, Instant asOf) {}

    private final Targets targets;
    private final CoverageTrend trend;
    private final AreaTrees trees;
    private final Catalogues catalogues;
    private final CountedUpTo countedUpTo;
    private final Clock clock;

    public TargetProgress(
            Targets targets,
            CoverageTrend trend,
            AreaTrees trees,
            Catalogues catalogues,
            CountedUpTo countedUpTo,
            Clock clock) {
        this.targets = targets;
        this.trend = trend;
        this.trees = trees;
        this.catalogues = catalogues;
        this.countedUpTo = countedUpTo;
        this.clock = clock;
    }

    /** The targets and baselines of an area of today. {@code not-found} for an area out of scope. */
    public Mono<Answer> of(Actor actor, AreaId area) {
        Instant asOf = countedUpTo.get();
        return Mono.fromSupplier(() -> viewed(actor, area))
                .flatMap(view -> targets.of(area)
                        .concatMap(target -> read(view, target))
                        .collectList()
                        .map(readings -> new Answer(readings, asOf)));
    }

    /** One target with its progress, for an actor who was let at it before. */
    public Mono<Reading> of(Actor actor, Target target) {
        return Mono.fromSupplier(() -> viewed(actor, target.areaId())).flatMap(view -> read(view, target));
    }

    private View viewed(Actor actor, AreaId area) {
        actor.require(Permission.READ_COVERAGE);
        return View.of(actor, trees.current(), Days.today(clock), area);
    }

    private Mono<Reading> read(View view, Target target) {
        Optional<TargetPeriod> period = TargetPeriod.of(target.period());
        boolean counted = catalogues.current().find(target.service()).isPresent();
        if (target.kind() != Kind.TARGET || period.isEmpty() || !counted) {
            return Mono.just(new Reading(target, null));
        }
        LocalDate today = Days.today(clock);
        return trend.of(view, target.service(), daysFor(period.get(), today))
                .map(points -> new Reading(target, progress(target, period.get(), points, today)));
    }

    /** Yesterday and the four weeks before it, then today; for a period that is over its last day alone. */
    private static List<LocalDate> daysFor(TargetPeriod period, LocalDate today) {
        return today.isAfter(period.to())
                ? List.of(period.to())
                : Stream.iterate(today.minusDays(Forecast.DAYS + 1L), day -> day.plusDays(1))
                        .limit(Forecast.DAYS + 2L)
                        .toList();
    }

    private static Progress progress(Target target, TargetPeriod period, List<Point> points, LocalDate today) {
        Cell now = points.get(points.size() - 1).cell();
        boolean over = points.size() == 1;
        long goal = goal(target, now);
        long missing = Math.max(0, goal - now.achieved());
        long daysLeft = over ? 0 : ChronoUnit.DAYS.between(today, period.to());
        List<Point> days = points.subList(0, points.size() - 1);
        return new Progress(
                period.from(),
                period.to(),
                now.achieved(),
                now.eligible(),
                goal,
                missing,
                daysLeft,
                paceNeeded(missing, daysLeft),
                over ? null : Forecast.pace(days).orElse(null),
                over ? null : Forecast.of(days, now, daysLeft).orElse(null));
    }

    private static long goal(Target target, Cell now) {
        Double share = target.share();
        Long number = target.number();
        return share == null ? (number == null ? 0 : number) : (long) Math.ceil(share * now.eligible() - 1e-9);
    }

    private static @Nullable Double paceNeeded(long missing, long daysLeft) {
        if (missing == 0) {
            return 0.0;
        }
        return daysLeft == 0 ? null : (Double) ((double) missing / daysLeft);
    }
}
