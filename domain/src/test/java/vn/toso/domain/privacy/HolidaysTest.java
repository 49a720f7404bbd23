package vn.toso.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.Problems.assertForbidden;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.TestWorld.DATA_OFFICER;
import static vn.toso.domain.world.TestWorld.DISTRICT_STAFF;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toso.domain.access.Actor;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.Problems;

/** What the province may enter as holidays, and what working days then go by. */
class HolidaysTest {

    private static final Actor BAO = actor(DATA_OFFICER);
    private static final LocalDate THURSDAY = LocalDate.of(2027, 2, 4);
    private static final LocalDate FRIDAY = THURSDAY.plusDays(1);
    private static final LocalDate SATURDAY = THURSDAY.plusDays(2);

    private final Store store = TestStore.open("Holidays");
    private final Holidays holidays = new Holidays(store);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_year_of_which_nothing_was_entered_is_empty_and_known_to_be_incomplete() {
        assertThat(await(holidays.of(BAO, 2027))).isEqualTo(year(Set.of(), Set.of()));
        assertThat(await(holidays.workingDays()).isComplete(2027)).isFalse();
        assertThat(await(holidays.workingDays()).isWorking(THURSDAY)).isTrue();
    }

    @Test
    void working_days_go_by_what_was_entered_for_each_year() {
        YearOfHolidays entered = year(Set.of(THURSDAY, FRIDAY), Set.of(SATURDAY));
        YearOfHolidays next = new YearOfHolidays(2028, Set.of(LocalDate.of(2028, 1, 25)), Set.of());

        assertThat(await(holidays.enter(BAO, entered))).isEqualTo(entered);
        await(holidays.enter(actor(PROVINCE_ADMIN), next));

        WorkingDays days = await(holidays.workingDays());
        assertThat(Stream.of(THURSDAY, FRIDAY, SATURDAY).map(days::isWorking)).containsExactly(false, false, true);
        assertThat(days.isWorking(LocalDate.of(2028, 1, 25))).isFalse();
        assertThat(days.isComplete(2027)).isTrue();
        assertThat(days.isComplete(2028)).isTrue();
        assertThat(days.isComplete(2029)).isFalse();
        assertThat(await(holidays.of(actor(HOA), 2027))).isEqualTo(entered);
        assertThat(await(holidays.of(actor(HOA), 2028))).isEqualTo(next);
    }

    @Test
    void what_is_entered_takes_the_place_of_what_was() {
        await(holidays.enter(BAO, year(Set.of(THURSDAY), Set.of(SATURDAY))));

        await(holidays.enter(BAO, year(Set.of(FRIDAY), Set.of())));
        await(holidays.enter(BAO, year(Set.of(FRIDAY), Set.of())));

        assertThat(await(holidays.of(BAO, 2027))).isEqualTo(year(Set.of(FRIDAY), Set.of()));
        WorkingDays days = await(holidays.workingDays());
        assertThat(Stream.of(THURSDAY, FRIDAY, SATURDAY).map(days::isWorking)).containsExactly(true, false, false);
    }

    @Test
    void of_what_two_nodes_enter_at_once_one_stays_whole() {
        YearOfHolidays one = year(Set.of(THURSDAY), Set.of(SATURDAY));
        YearOfHolidays other = year(Set.of(FRIDAY), Set.of());

        List<String> told = Problems.toldAtOnce(
                List.of(holidays.enter(BAO, one), new Holidays(store).enter(actor(PROVINCE_ADMIN), other)));

        assertThat(told).containsExactly("done", "done");
        assertThat(await(holidays.of(BAO, 2027))).isIn(one, other);
    }

    @Test
    void who_answers_for_the_rules_enters_them_and_who_receives_requests_reads_them() {
        YearOfHolidays entered = year(Set.of(THURSDAY), Set.of());
        await(holidays.enter(BAO, entered));

        for (Member member : List.of(LAN, HOA, DISTRICT_STAFF)) {
            assertForbidden(holidays.enter(actor(member), year(Set.of(FRIDAY), Set.of())));
        }
        for (Member member : List.of(LAN, DISTRICT_STAFF)) {
            assertForbidden(holidays.of(actor(member), 2027));
        }
        for (Member member : List.of(HOA, PROVINCE_ADMIN, DATA_OFFICER)) {
            assertThat(await(holidays.of(actor(member), 2027))).isEqualTo(entered);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2025, 2101, -1})
    void a_year_out_of_reach_is_refused(int year) {
        assertThat(errorsOf(holidays.enter(BAO, new YearOfHolidays(year, Set.of(), Set.of()))))
                .containsExactly("/year range");
        assertThat(await(holidays.workingDays()).isComplete(year)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {2026, 2100})
    void the_first_and_the_last_year_are_within_reach(int year) {
        await(holidays.enter(BAO, new YearOfHolidays(year, Set.of(LocalDate.of(year, 1, 2)), Set.of())));

        assertThat(await(holidays.workingDays()).isComplete(year)).isTrue();
    }

    @Test
    void days_of_another_year_are_refused_each_list_on_its_own() {
        LocalDate before = LocalDate.of(2026, 12, 31);
        LocalDate after = LocalDate.of(2028, 1, 1);

        assertThat(errorsOf(holidays.enter(BAO, year(Set.of(THURSDAY, before), Set.of()))))
                .containsExactly("/off range");
        assertThat(errorsOf(holidays.enter(BAO, year(Set.of(THURSDAY), Set.of(after)))))
                .containsExactly("/worked range");
        assertThat(await(holidays.of(BAO, 2027))).isEqualTo(year(Set.of(), Set.of()));

        await(holidays.enter(BAO, year(Set.of(LocalDate.of(2027, 1, 1)), Set.of(LocalDate.of(2027, 12, 31)))));
    }

    @Test
    void a_day_is_off_or_worked_and_not_both() {
        assertThat(errorsOf(holidays.enter(BAO, year(Set.of(THURSDAY, SATURDAY), Set.of(SATURDAY)))))
                .containsExactly("/worked duplicate");
    }

    @Test
    void a_list_holds_sixty_days_at_most() {
        Set<LocalDate> sixty = daysFrom(LocalDate.of(2027, 1, 1), 60);
        Set<LocalDate> more = daysFrom(LocalDate.of(2027, 6, 1), 61);

        assertThat(errorsOf(holidays.enter(BAO, year(more, Set.of())))).containsExactly("/off too-many");
        assertThat(errorsOf(holidays.enter(BAO, year(sixty, more)))).containsExactly("/worked too-many");

        await(holidays.enter(BAO, year(sixty, Set.of())));
        assertThat(await(holidays.of(BAO, 2027)).off()).isEqualTo(sixty);
    }

    @Test
    void a_year_that_no_calendar_knows_is_refused_like_any_other() {
        assertThat(errorsOf(holidays.enter(BAO, new YearOfHolidays(1_000_000_000, Set.of(), Set.of()))))
                .containsExactly("/year range");
    }

    @Test
    void one_answer_names_all_that_is_wrong() {
        Set<LocalDate> more = daysFrom(THURSDAY, 61);

        assertThat(errorsOf(holidays.enter(BAO, new YearOfHolidays(2025, more, more))))
                .containsExactly(
                        "/year range",
                        "/off too-many",
                        "/off range",
                        "/worked too-many",
                        "/worked range",
                        "/worked duplicate");
    }

    private static YearOfHolidays year(Set<LocalDate> off, Set<LocalDate> worked) {
        return new YearOfHolidays(2027, off, worked);
    }

    private static Set<LocalDate> daysFrom(LocalDate first, int howMany) {
        return first.datesUntil(first.plusDays(howMany)).collect(Collectors.toSet());
    }
}
