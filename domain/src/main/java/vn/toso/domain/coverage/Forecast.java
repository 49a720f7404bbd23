package vn.toso.domain.coverage;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import vn.toso.domain.coverage.CoverageTrend.Point;

/**
 * Where an area arrives by the last day of a period when it goes on as in the last four weeks: {@code expected} at their
 * mean pace, {@code low} and {@code high} at the pace of the slowest and of the fastest of the four, kept up to the end.
 * That is what four weeks can tell, no probability; what nobody foresees is not in it. Never below 0 nor above those
 * eligible today.
 *
 * @param low units achieved by the last day at the pace of the slowest week
 * @param expected at the mean pace
 * @param high at the pace of the fastest week
 */
public record Forecast(long low, long expected, long high) {

    static final int WEEKS = 4;
    static final int DAYS = 7 * WEEKS;

    /** Units a day over the last four whole weeks; empty when nothing is known of their beginning. */
    static Optional<Double> pace(List<Point> days) {
        Point first = days.get(0);
        boolean known = first.registered() > 0 || !first.cell().equals(Cell.EMPTY);
        return known ? Optional.of((double) gain(days, 0, DAYS) / DAYS) : Optional.empty();
    }

    /**
     * @param days the count on each of 29 days in a row, the last one being yesterday
     * @param now the count today
     * @param daysLeft how many days are to come; today is none of them
     * @return empty when less than four weeks are known: too little to tell a pace
     */
    static Optional<Forecast> of(List<Point> days, Cell now, long daysLeft) {
        return pace(days).map(mean -> {
            double slowest = weekly(days).min().orElse(mean);
            double fastest = weekly(days).max().orElse(mean);
            return new Forecast(
                    (long) Math.floor(within(now, slowest * daysLeft)), Math.round(within(now, mean * daysLeft)), (long)
                            Math.ceil(within(now, fastest * daysLeft)));
        });
    }

    private static DoubleStream weekly(List<Point> days) {
        return IntStream.range(0, WEEKS).mapToDouble(week -> gain(days, 7 * week, 7 * week + 7) / 7.0);
    }

    private static long gain(List<Point> days, int from, int to) {
        return days.get(to).cell().achieved() - days.get(from).cell().achieved();
    }

    private static double within(Cell now, double gain) {
        return Math.max(0, Math.min((double) Math.max(now.eligible(), now.achieved()), now.achieved() + gain));
    }
}
