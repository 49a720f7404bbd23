package vn.toso.domain.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.toso.domain.problem.Problem;

/**
 * The days that a report is about, in Asia/Ho_Chi_Minh.
 *
 * @param text as callers write it
 * @param from first day
 * @param to last day
 */
public record Period(String text, Kind kind, LocalDate from, LocalDate to) {

    /** How people speak of it. */
    public enum Kind {
        MONTH,
        QUARTER,
        YEAR,
        DAYS
    }

    private static final Pattern YEAR = Pattern.compile("(20[0-9]{2})");
    private static final Pattern MONTH = Pattern.compile("(20[0-9]{2})-([0-9]{2})");
    private static final Pattern QUARTER = Pattern.compile("(20[0-9]{2})-Q([1-4])");
    private static final Pattern DAYS =
            Pattern.compile("(20[0-9]{2}-[0-9]{2}-[0-9]{2})\\.\\.(20[0-9]{2}-[0-9]{2}-[0-9]{2})");
    private static final int MONTHS_OF_QUARTER = 3;

    /** No report asks for more; it would read years of visits at once. */
    private static final int MOST_YEARS = 3;

    /**
     * Reads {@code 2026-11}, {@code 2026-Q4}, {@code 2026} or {@code 2026-10-15..2026-11-14}; {@code invalid} at
     * {@code /period} for anything else.
     */
    public static Period of(String text) {
        try {
            return read(text);
        } catch (DateTimeException noSuchDay) {
            throw unreadable();
        }
    }

    private static Period read(String text) {
        Matcher year = YEAR.matcher(text);
        Matcher month = MONTH.matcher(text);
        Matcher quarter = QUARTER.matcher(text);
        Matcher days = DAYS.matcher(text);
        if (year.matches()) {
            YearMonth january = YearMonth.of(number(year, 1), 1);
            return months(text, Kind.YEAR, january, january.plusMonths(11));
        }
        if (month.matches()) {
            YearMonth only = YearMonth.of(number(month, 1), number(month, 2));
            return months(text, Kind.MONTH, only, only);
        }
        if (quarter.matches()) {
            YearMonth first = YearMonth.of(number(quarter, 1), (number(quarter, 2) - 1) * MONTHS_OF_QUARTER + 1);
            return months(text, Kind.QUARTER, first, first.plusMonths(MONTHS_OF_QUARTER - 1));
        }
        if (days.matches()) {
            return days(text, LocalDate.parse(days.group(1)), LocalDate.parse(days.group(2)));
        }
        throw unreadable();
    }

    private static Period months(String text, Kind kind, YearMonth first, YearMonth last) {
        return new Period(text, kind, first.atDay(1), last.atEndOfMonth());
    }

    private static Period days(String text, LocalDate from, LocalDate to) {
        if (to.isBefore(from) || to.isAfter(from.plusYears(MOST_YEARS))) {
            throw Problem.invalid("/period", "period-order", MOST_YEARS);
        }
        return new Period(text, Kind.DAYS, from, to);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Problem unreadable() {
        return Problem.invalid("/period", "period");
    }

    /** The last day of it that has come; {@code invalid} when none has. */
    LocalDate until(LocalDate today) {
        if (from.isAfter(today)) {
            throw Problem.invalid("/period", "in-the-future");
        }
        return to.isAfter(today) ? today : to;
    }
}
