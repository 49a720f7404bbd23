package vn.toso.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toso.domain.problem.Problem;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11, MONTH, 2026-11-01, 2026-11-30",
        "2024-02, MONTH, 2024-02-01, 2024-02-29",
        "2026-Q1, QUARTER, 2026-01-01, 2026-03-31",
        "2026-Q4, QUARTER, 2026-10-01, 2026-12-31",
        "2026, YEAR, 2026-01-01, 2026-12-31",
        "2026-10-15..2026-11-14, DAYS, 2026-10-15, 2026-11-14",
        "2026-10-15..2026-10-15, DAYS, 2026-10-15, 2026-10-15"
    })
    void a_period_has_its_first_and_its_last_day(String text, Period.Kind kind, LocalDate from, LocalDate to) {
        assertThat(Period.of(text)).isEqualTo(new Period(text, kind, from, to));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "11-2026",
                "2026-13",
                "2026-00",
                "2026-Q5",
                "1999",
                "26",
                "2026-02-30..2026-03-01",
                "2026-11-01"
            })
    void what_names_no_days_is_refused(String text) {
        assertThat(refusal(text)).containsExactly("period");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-02..2026-11-01", "2020-01-01..2026-01-01"})
    void days_come_in_order_and_not_too_many(String text) {
        assertThat(refusal(text)).containsExactly("period-order");
    }

    @Test
    void a_running_period_is_counted_until_today_and_one_to_come_is_refused() {
        Period november = Period.of("2026-11");

        assertThat(november.until(LocalDate.of(2026, 11, 20))).isEqualTo("2026-11-20");
        assertThat(november.until(LocalDate.of(2027, 1, 1))).isEqualTo("2026-11-30");
        Problem early = catchThrowableOfType(Problem.class, () -> november.until(LocalDate.of(2026, 10, 31)));
        assertThat(early.errors()).extracting("code").containsExactly("in-the-future");
    }

    private static Iterable<String> refusal(String text) {
        return catchThrowableOfType(Problem.class, () -> Period.of(text)).errors().stream()
                .map(error -> error.code())
                .toList();
    }
}
