package vn.toso.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.toso.domain.coverage.Cell;

class MaskingTest {

    private static Cell cell(long eligible, long achieved) {
        return new Cell(eligible, achieved, achieved, 0, 0);
    }

    @Test
    void counts_of_five_and_more_are_shown() {
        Masking masking = new Masking(List.of(cell(10, 5), cell(20, 12)));

        assertThat(masking.hidesAchieved(0) || masking.hidesAchieved(1)).isFalse();
        assertThat(masking.hidesSumOfAchieved()).isFalse();
    }

    @Test
    void a_single_small_count_hides_a_second_one_with_it() {
        Masking masking = new Masking(List.of(cell(100, 3), cell(100, 20), cell(100, 30)));

        assertThat(masking.hidesAchieved(0)).isTrue();
        assertThat(masking.hidesAchieved(1)).isTrue();
        assertThat(masking.hidesAchieved(2)).isFalse();
        assertThat(masking.hidesEligible(0)).isFalse();
    }

    @Test
    void those_who_did_not_are_protected_as_those_who_did() {
        Masking masking = new Masking(List.of(cell(100, 98), cell(100, 50), cell(100, 60)));

        assertThat(masking.hidesAchieved(0)).isTrue();
        assertThat(IntStream.range(0, 3).filter(masking::hidesAchieved).count()).isGreaterThan(1);
    }

    @Test
    void where_nothing_else_helps_the_sum_is_hidden_too() {
        Masking masking = new Masking(List.of(cell(100, 3)));

        assertThat(masking.hidesAchieved(0)).isTrue();
        assertThat(masking.hidesSumOfAchieved()).isTrue();
    }

    /** Tries every way to fill in what is hidden: each small count must be able to be anything from 0 to 4. */
    @Test
    void no_small_count_follows_from_the_sum_and_what_is_shown() {
        for (long seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            List<Cell> cells = new ArrayList<>();
            int areas = 1 + random.nextInt(6);
            for (int i = 0; i < areas; i++) {
                long achieved = random.nextInt(random.nextBoolean() ? 6 : 15);
                cells.add(cell(achieved + random.nextInt(random.nextBoolean() ? 6 : 15), achieved));
            }
            Masking masking = new Masking(cells);
            if (!masking.hidesSumOfAchieved()) {
                assertNothingFollows(
                        seed,
                        cells,
                        masking,
                        cells.stream().mapToLong(Cell::achieved).toArray());
                assertNothingFollows(
                        seed,
                        cells,
                        masking,
                        cells.stream()
                                .mapToLong(c -> c.eligible() - c.achieved())
                                .toArray());
            }
        }
    }

    private static void assertNothingFollows(long seed, List<Cell> cells, Masking masking, long[] values) {
        List<Integer> hidden = IntStream.range(0, values.length)
                .filter(masking::hidesAchieved)
                .boxed()
                .toList();
        long sum = hidden.stream().mapToLong(i -> values[i]).sum();
        for (int at = 0; at < values.length; at++) {
            if (values[at] < 5) {
                assertThat(hidden).as("seed %s: %s", seed, cells).contains(at);
                Set<Long> possible = possible(values, hidden, at, sum);
                assertThat(possible)
                        .as("seed %s: area %s of %s", seed, at, cells)
                        .contains(0L, 1L, 2L, 3L, 4L);
            }
        }
    }

    private static Set<Long> possible(long[] values, List<Integer> hidden, int at, long sum) {
        long lowest = 0;
        long highest = 0;
        for (int i : hidden) {
            if (i != at) {
                boolean small = values[i] < 5;
                lowest += small ? 0 : 5;
                highest += small ? 4 : 1_000;
            }
        }
        Set<Long> possible = new HashSet<>();
        for (long value = 0; value < 5; value++) {
            if (sum - value >= lowest && sum - value <= highest) {
                possible.add(value);
            }
        }
        return possible;
    }
}
