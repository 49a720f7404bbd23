package vn.toso.domain.coverage;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/** The days that a target is for. */
record TargetPeriod(LocalDate from, LocalDate to) {

    private static final Pattern YEAR = Pattern.compile("20\\d\\d");
    private static final Pattern MONTH = Pattern.compile("20\\d\\d-\\d\\d");

    /** A year {@code 2026} or a month {@code 2026-11}; empty for anything else, the day of a baseline among it. */
    static Optional<TargetPeriod> of(String text) {
        if (YEAR.matcher(text).matches()) {
            Year year = Year.parse(text);
            return Optional.of(new TargetPeriod(year.atDay(1), year.atDay(year.length())));
        }
        try {
            return MONTH.matcher(text).matches() ? Optional.of(of(YearMonth.parse(text))) : Optional.empty();
        } catch (DateTimeException noMonth) {
            return Optional.empty();
        }
    }

    private static TargetPeriod of(YearMonth month) {
        return new TargetPeriod(month.atDay(1), month.atEndOfMonth());
    }
}
