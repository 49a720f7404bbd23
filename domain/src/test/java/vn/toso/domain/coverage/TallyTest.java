package vn.toso.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import vn.toso.domain.household.Household;
import vn.toso.domain.world.HouseholdBuilder;
import vn.toso.domain.world.ResidentBuilder;
import vn.toso.domain.world.TestCatalogue;

/** Days are numbered from {@link #DAY_0}; a household of several payers counts once on each day on which anybody pays. */
class TallyTest {

    private static final int DAYS = 30;
    private static final LocalDate DAY_0 = TODAY.minusDays(DAYS);

    private final Layout layout = new Layout(TestCatalogue.CATALOGUE);

    private static LocalDate day(int number) {
        return DAY_0.plusDays(number);
    }

    /** Somebody who pays from a day on. */
    private static ResidentBuilder payer(String name, int from) {
        return aResident(name).achieved("PAY_FIRST", day(from));
    }

    private static ResidentBuilder payer(String name, int from, int left) {
        return payer(name, from).leftOn(day(left));
    }

    private static HouseholdBuilder home() {
        return aHousehold("Vi Văn Thông").in(XOM_1);
    }

    /** The count of each day. */
    private List<Long> counts(int slot, Household household) {
        Map<Integer, long[]> differences = new HashMap<>();
        Tally.of(layout, household, XOM_1.id()).addTo(differences, layout.size());
        List<Long> counts = new ArrayList<>();
        for (int number = 0; number < DAYS; number++) {
            long last = day(number).toEpochDay();
            counts.add(differences.entrySet().stream()
                    .filter(difference -> difference.getKey() <= last)
                    .mapToLong(difference -> difference.getValue()[slot])
                    .sum());
        }
        return counts;
    }

    private static List<Long> oneOn(IntPredicate paying) {
        List<Long> counts = new ArrayList<>();
        for (int number = 0; number < DAYS; number++) {
            counts.add(paying.test(number) ? 1L : 0L);
        }
        return counts;
    }

    private List<Long> paying(ResidentBuilder... residents) {
        return counts(Layout.PAYING, home().with(residents).build());
    }

    @Test
    void a_household_pays_while_one_who_pays_lives_there() {
        assertThat(paying(payer("Lan", 3, 9))).isEqualTo(oneOn(day -> day >= 3 && day < 9));
        assertThat(paying(payer("Lan", 3))).isEqualTo(oneOn(day -> day >= 3));
        assertThat(paying(aResident("Lan"))).isEqualTo(oneOn(day -> false));
    }

    @Test
    void two_who_pay_at_once_count_once() {
        assertThat(paying(payer("Lan", 3, 9), payer("Minh", 6, 12))).isEqualTo(oneOn(day -> day >= 3 && day < 12));
        assertThat(paying(payer("Minh", 6, 12), payer("Lan", 3, 20))).isEqualTo(oneOn(day -> day >= 3 && day < 20));
        assertThat(paying(payer("Lan", 3, 9), payer("Minh", 6))).isEqualTo(oneOn(day -> day >= 3));
        assertThat(paying(payer("Lan", 3), payer("Minh", 6, 12))).isEqualTo(oneOn(day -> day >= 3));
        assertThat(paying(payer("Lan", 3), payer("Minh", 6))).isEqualTo(oneOn(day -> day >= 3));
    }

    @Test
    void one_who_begins_on_the_day_another_leaves_leaves_no_gap() {
        assertThat(paying(payer("Lan", 3, 9), payer("Minh", 9, 12))).isEqualTo(oneOn(day -> day >= 3 && day < 12));
    }

    @Test
    void between_one_who_left_and_one_who_begins_later_nobody_pays() {
        assertThat(paying(payer("Lan", 3, 9), payer("Minh", 10, 12)))
                .isEqualTo(oneOn(day -> day >= 3 && day < 12 && day != 9));
    }

    @Test
    void who_paid_before_coming_counts_from_the_day_of_coming() {
        assertThat(paying(payer("Lan", -300).registeredOn(day(5)))).isEqualTo(oneOn(day -> day >= 5));
        assertThat(counts(
                        Layout.PAYING,
                        home().since(day(8)).with(payer("Lan", 2)).build()))
                .isEqualTo(oneOn(day -> day >= 8));
        assertThat(paying(payer("Lan", 12, 12))).isEqualTo(oneOn(day -> false));
    }

    @Test
    void what_the_household_achieved_counts_with_what_its_people_did() {
        HouseholdBuilder home = home().achieved("PAY_BILL", day(15)).with(payer("Lan", 3, 9));

        assertThat(counts(Layout.PAYING, home.build())).isEqualTo(oneOn(day -> (day >= 3 && day < 9) || day >= 15));
        assertThat(counts(Layout.SKILLED, home.build())).isEqualTo(oneOn(day -> false));
    }

    @Test
    void a_household_adds_nothing_to_a_hamlet_that_it_never_lived_in() {
        assertThat(counts(
                        Layout.PAYING,
                        aHousehold("Ở xa").in(XOM_5).with(payer("Lan", 3)).build()))
                .isEqualTo(oneOn(day -> false));
    }

    @Test
    void any_number_of_payers_counts_once_on_each_day_on_which_one_pays() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            int people = 1 + random.nextInt(5);
            int[] from = random.ints(people, 0, DAYS).toArray();
            int[] until = random.ints(people, 0, DAYS + 5).toArray();
            ResidentBuilder[] residents = new ResidentBuilder[people];
            for (int i = 0; i < people; i++) {
                residents[i] = payer("Người " + i, from[i], until[i]);
            }
            assertThat(paying(residents)).as("seed %d, round %d", seed, round).isEqualTo(oneOn(day -> {
                boolean any = false;
                for (int i = 0; i < people; i++) {
                    any |= day >= from[i] && day < until[i];
                }
                return any;
            }));
        }
    }
}
