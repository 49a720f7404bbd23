package vn.toso.domain.area;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Where a day begins: every date of Tổ Số is one of Asia/Ho_Chi_Minh. */
public final class Days {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private Days() {}

    public static LocalDate today(Clock clock) {
        return of(clock.instant());
    }

    public static LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    /** The first instant of a day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
