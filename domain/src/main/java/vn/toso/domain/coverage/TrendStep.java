package vn.toso.domain.coverage;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** How far apart the points of a trend are. */
public enum TrendStep {
    DAY,
    /** Weeks end on Sunday. */
    WEEK,
    MONTH;

    /** The days at whose end is counted: the last one of each step, and {@code to} for a step that isn't over by then. */
    List<LocalDate> points(LocalDate from, LocalDate to, int most) {
        List<LocalDate> points = new ArrayList<>();
        for (LocalDate day = lastDay(from); day.isBefore(to) && points.size() <= most; day = lastDay(day.plusDays(1))) {
            points.add(day);
        }
        points.add(to);
        return points;
    }

    /** The first day when nobody says one: four weeks, twelve weeks, twelve months of points. */
    LocalDate usualStart(LocalDate to) {
        return switch (this) {
            case DAY -> to.minusDays(27);
            case WEEK -> to.minusWeeks(11);
            case MONTH -> to.minusMonths(11);
        };
    }

    private LocalDate lastDay(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
        };
    }
}
