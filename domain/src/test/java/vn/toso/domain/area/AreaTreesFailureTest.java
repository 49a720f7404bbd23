package vn.toso.domain.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.storage.Store;
import vn.toso.domain.world.TestWorld;

class AreaTreesFailureTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void a_write_is_answered_although_the_areas_could_not_be_read_again() {
        try (Store nowhere = Store.connect("mongodb://127.0.0.1:1/none")) {
            AreaTrees trees =
                    new AreaTrees(new Areas(nowhere, new ChangeLog(nowhere, TestWorld.CLOCK), TestWorld.CLOCK));

            assertThatThrownBy(() -> trees.refresh().block(SOON)).isNotNull();
            assertThat(trees.refreshedAfter(TestWorld.XOM_1).block(SOON)).isEqualTo(TestWorld.XOM_1);
        }
    }
}
