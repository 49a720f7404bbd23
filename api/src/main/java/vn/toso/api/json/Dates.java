package vn.toso.api.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Dates and times as they stand in requests: with years of four digits, which every database and every calendar knows. */
public final class Dates {

    private static final int LAST_YEAR = 9999;

    private Dates() {}

    /** Reads {@code 2026-11-20}; throws {@link DateTimeException} for anything else. */
    public static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        check(date.getYear());
        return date;
    }

    /** Reads {@code 2026-11-20T19:05:00+07:00}; throws {@link DateTimeException} for anything else. */
    public static OffsetDateTime time(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        check(time.getYear());
        return time;
    }

    private static void check(int year) {
        if (year < 1 || year > LAST_YEAR) {
            throw new DateTimeException("a year of four digits is wanted");
        }
    }
}
