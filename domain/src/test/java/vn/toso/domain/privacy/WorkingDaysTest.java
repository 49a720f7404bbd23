package vn.toso.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    private static final WorkingDays KNOWN = new WorkingDays(Map.of());

    /** Made up, but for being entered. */
    private static final WorkingDays ENTERED = new WorkingDays(Map.of(
            2027,
            new YearOfHolidays(
                    2027,
                    Set.of(
                            LocalDate.of(2027, 2, 4),
                            LocalDate.of(2027, 2, 5),
                            LocalDate.of(2027, 2, 8),
                            LocalDate.of(2027, 2, 9)),
                    Set.of(LocalDate.of(2027, 2, 20)))));

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 2026-11-24", // Friday to Tuesday
        "2026-11-21, 2026-11-24", // Saturday to Tuesday
        "2026-04-28, 2026-05-04", // 30 April and 1 May are off, then a weekend
        "2026-12-31, 2027-01-05" // New Year's Day is a Friday
    })
    void two_working_days_leave_weekends_and_holidays_out(LocalDate received, LocalDate by) {
        assertThat(KNOWN.after(received, 2)).isEqualTo(by);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 10, 2026-11-30",
        "2026-11-20, 15, 2026-12-07", // 5 December is a Saturday
        "2026-11-20, 20, 2026-12-10",
        "2026-08-13, 20, 2026-09-03", // 2 September is off
        "2027-04-10, 20, 2027-05-04" // 30 April is off, 1 May a Saturday: 3 May is off in its place
    })
    void a_term_that_would_end_on_a_day_off_ends_with_the_next_working_day(
            LocalDate received, int days, LocalDate due) {
        LocalDate end = KNOWN.endOf(received, days);

        assertThat(KNOWN.isWorking(end)).isTrue();
        assertThat(end).isEqualTo(due);
    }

    @Test
    void a_holiday_on_a_weekend_moves_to_the_next_working_day() {
        // 1 and 2 May 2027 are a Saturday and a Sunday, 1 January 2028 a Saturday.
        assertThat(KNOWN.isWorking(LocalDate.of(2027, 5, 3))).isFalse();
        assertThat(KNOWN.isWorking(LocalDate.of(2027, 5, 4))).isTrue();
        assertThat(KNOWN.isWorking(LocalDate.of(2028, 1, 3))).isFalse();
    }

    @Test
    void holidays_by_the_moon_and_swapped_days_count_when_they_are_entered() {
        assertThat(KNOWN.after(LocalDate.of(2027, 2, 3), 2)).isEqualTo(LocalDate.of(2027, 2, 5));
        assertThat(ENTERED.after(LocalDate.of(2027, 2, 3), 2)).isEqualTo(LocalDate.of(2027, 2, 11));
        assertThat(ENTERED.isWorking(LocalDate.of(2027, 2, 20))).isTrue();
        assertThat(KNOWN.isComplete(2027)).isFalse();
        assertThat(ENTERED.isComplete(2027)).isTrue();
    }
}
