package vn.toso.seed.generator;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import vn.toso.domain.area.Days;

/** When volunteers go from door to door: after work, and at the weekend; in the three months up to yesterday. */
final class Evenings {

    private static final int DAYS = 91;

    private final Dice dice;
    private final LocalDate today;
    private final LocalDate last;
    private final int quietDays;

    /** @param quietDays for how many days before today nobody went out */
    Evenings(Dice dice, LocalDate today, int quietDays) {
        this.dice = dice;
        this.today = today;
        this.quietDays = quietDays;
        this.last = today.minusDays(1L + quietDays);
    }

    /** The moments of one household's visits, in their order; at least one. */
    List<Instant> visits() {
        List<Instant> moments = new ArrayList<>();
        LocalDate day = last.minusDays(dice.between(0, DAYS - 1 - quietDays));
        int most = dice.weighted(List.of(1, 2, 3, 4), 55, 28, 12, 5);
        while (moments.size() < most && !day.isAfter(last)) {
            moments.add(on(day));
            day = day.plusDays(dice.between(6, 30));
        }
        return moments;
    }

    /** Weekends see three in ten of the daylight visits; on other days people are at home in the evening. */
    private Instant on(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        LocalTime time = weekend && dice.chance(0.7)
                ? LocalTime.of(dice.pick(List.of(8, 9, 10, 14, 15, 16)), dice.between(0, 59))
                : LocalTime.of(18, 30).plusMinutes(dice.between(0, 135));
        return day.atTime(time).atZone(Days.ZONE).toInstant();
    }

    /** An evening session about so many days before today. */
    Instant session(int daysAgo) {
        LocalDate day = today.minusDays(daysAgo);
        return (day.isAfter(last) ? last : day).atTime(19, 30).atZone(Days.ZONE).toInstant();
    }

    /** When a visit reached the server: mostly at once, sometimes when the phone found a signal; before today. */
    Instant received(Instant occurred, Duration atTheDoor) {
        Duration later = dice.chance(0.75)
                ? Duration.ofSeconds(dice.between(5, 300))
                : Duration.ofMinutes(dice.between(30, 900));
        Instant arrival = occurred.plus(atTheDoor).plus(later);
        Instant midnight = Days.startOf(today);
        return arrival.isBefore(midnight) ? arrival : midnight.minusSeconds(dice.between(1, 600));
    }
}
