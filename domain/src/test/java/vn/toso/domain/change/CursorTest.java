package vn.toso.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CursorTest {

    private static final int CASES = 500;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void reading_on_never_goes_back_and_the_order_of_reading_does_not_matter() {
        for (int i = 0; i < CASES; i++) {
            Cursor from = anyCursor();
            List<Change> changes = someChanges();
            List<Change> shuffled = new ArrayList<>(changes);
            Collections.shuffle(shuffled, random);
            Cursor oneByOne = from;
            for (Change change : shuffled) {
                oneByOne = oneByOne.past(change);
            }

            assertThat(oneByOne).as("seed %s", seed).isEqualTo(from.past(changes));
            assertThat(oneByOne.covers(from)).as("seed %s", seed).isTrue();
            for (Change change : changes) {
                assertThat(oneByOne.position(change.stream()))
                        .as("seed %s", seed)
                        .isGreaterThanOrEqualTo(change.seq());
            }
        }
    }

    @Test
    void two_cursors_cover_each_other_only_when_they_are_at_the_same_place() {
        for (int i = 0; i < CASES; i++) {
            Cursor one = anyCursor();
            Cursor other = anyCursor();
            boolean equal = one.covers(other) && other.covers(one);
            boolean same = List.of(0, 1, 2, 3).stream().allMatch(s -> one.position(s) == other.position(s));

            assertThat(equal).as("seed %s: %s, %s", seed, one, other).isEqualTo(same);
        }
    }

    @Test
    void a_stream_that_is_not_named_was_not_read() {
        assertThat(new Cursor(Map.of(3, 7L)).position(0)).isZero();
        assertThat(new Cursor(Map.of(3, 7L)).covers(new Cursor(Map.of(0, 1L)))).isFalse();
        assertThat(Cursor.START.covers(Cursor.START)).isTrue();
    }

    private Cursor anyCursor() {
        Cursor cursor = Cursor.START;
        for (int i = random.nextInt(4); i > 0; i--) {
            cursor = cursor.at(random.nextInt(4), random.nextInt(3));
        }
        return cursor;
    }

    private List<Change> someChanges() {
        List<Change> changes = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            changes.add(ChangeLogTest.one().at(random.nextInt(4), 1 + random.nextInt(9)));
        }
        return changes;
    }
}
