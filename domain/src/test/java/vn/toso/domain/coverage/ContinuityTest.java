package vn.toso.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.Change;
import vn.toso.domain.world.TestWorld;

class ContinuityTest {

    private final Continuity continuity = new Continuity();

    /** @param places stream and position, one pair after another */
    private boolean goesOn(int... places) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < places.length; i += 2) {
            changes.add(new Change(
                    "visit:" + i,
                    places[i],
                    places[i + 1],
                    "visit",
                    new UUID(0, i),
                    1,
                    null,
                    Change.Op.PUT,
                    Actor.SYSTEM.memberId(),
                    TestWorld.NOW));
        }
        return continuity.goesOn(changes);
    }

    @Test
    void whoever_starts_somewhere_missed_nothing_that_matters() {
        assertThat(goesOn(0, 17, 0, 18, 1, 5)).isTrue();
        assertThat(goesOn(0, 19, 1, 6)).isTrue();
    }

    @Test
    void changes_seen_again_are_no_gap() {
        goesOn(0, 1, 0, 2, 0, 3);

        assertThat(goesOn(0, 2, 0, 3, 0, 4)).isTrue();
    }

    @Test
    void a_position_left_out_is_a_gap_and_one_gap_is_told_once() {
        goesOn(0, 1);

        assertThat(goesOn(0, 3)).isFalse();
        assertThat(goesOn(0, 4)).isTrue();
    }

    @Test
    void a_new_stream_begins_at_one() {
        goesOn(0, 1);

        assertThat(goesOn(1, 1)).isTrue();
        assertThat(goesOn(2, 2)).isFalse();
    }
}
