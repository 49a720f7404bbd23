package vn.toso.domain.privacy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Working days of public offices in Vietnam: Monday to Friday but for public holidays. The holidays with a day in the solar
 * calendar are known (Labour Code 45/2019/QH14, article 112); where one falls on a weekend the next working day is off in
 * its place (article 111). Those that go by the moon (Tết, the Hùng Kings), the day beside the National Day, and swapped
 * days are decided every year: they are data that the province enters.
 */
public final class WorkingDays {

    private static final Set<MonthDay> SOLAR =
            Set.of(MonthDay.of(1, 1), MonthDay.of(4, 30), MonthDay.of(5, 1), MonthDay.of(9, 2));

    private final Map<Integer, YearOfHolidays> entered;

    /** @param entered what the province entered, by year */
    public WorkingDays(Map<Integer, YearOfHolidays> entered) {
        this.entered = Map.copyOf(entered);
    }

    /** Whether the province entered the holidays of that year: else terms over Tết come out too short. */
    public boolean isComplete(int year) {
        return entered.containsKey(year);
    }

    public boolean isWorking(LocalDate day) {
        YearOfHolidays year = entered.get(day.getYear());
        if (year != null && year.worked().contains(day)) {
            return true;
        }
        return !isWeekend(day) && !isHoliday(day) && !isInPlaceOfOne(day);
    }

    /** The day on which so many working days are over, the day of the event not counted (Civil Code, article 147). */
    public LocalDate after(LocalDate event, int days) {
        LocalDate day = event;
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            counted += isWorking(day) ? 1 : 0;
        }
        return day;
    }

    /**
     * The last day of a term of so many days, the day of the event not counted. A term whose last day is none of work ends
     * with the next one that is (Civil Code 91/2015/QH13, articles 147 and 148).
     */
    public LocalDate endOf(LocalDate event, int days) {
        LocalDate last = event.plusDays(days);
        while (!isWorking(last)) {
            last = last.plusDays(1);
        }
        return last;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private boolean isHoliday(LocalDate day) {
        YearOfHolidays year = entered.get(day.getYear());
        return SOLAR.contains(MonthDay.from(day)) || (year != null && year.off().contains(day));
    }

    /** Of the solar holidays on weekends before it, whether this weekday is off in the place of one. */
    private boolean isInPlaceOfOne(LocalDate day) {
        Set<LocalDate> taken = new HashSet<>();
        for (LocalDate before = day.minusDays(7); before.isBefore(day); before = before.plusDays(1)) {
            if (isWeekend(before) && SOLAR.contains(MonthDay.from(before))) {
                LocalDate instead = before.plusDays(1);
                while (isWeekend(instead) || isHoliday(instead) || taken.contains(instead)) {
                    instead = instead.plusDays(1);
                }
                taken.add(instead);
            }
        }
        return taken.contains(day);
    }
}
