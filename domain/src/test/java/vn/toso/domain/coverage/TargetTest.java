package vn.toso.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.toso.domain.world.WorkingWorld.await;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.toso.domain.id.TargetId;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.WorkingWorld;

class TargetTest {

    private static Target figure(@Nullable Long number, @Nullable Double share) {
        return new Target(
                TargetId.of(TestWorld.PROVINCE.id(), "VNEID_ACT", "2023", "TARGET"),
                Revision.NONE,
                TestWorld.PROVINCE.id(),
                "VNEID_ACT",
                "2023",
                Target.Kind.TARGET,
                number,
                null,
                share,
                new Target.Source("a plan of the province", null, "reference"));
    }

    @Test
    void a_figure_is_a_number_or_a_share() {
        assertThat(figure(10L, null).number()).isEqualTo(10);
        assertThat(figure(null, 0.5).share()).isEqualTo(0.5);
        assertThatThrownBy(() -> figure(null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> figure(1L, 0.5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_same_figure_has_the_same_id_and_is_stored_once() {
        try (WorkingWorld world = WorkingWorld.open("Targets", TestWorld.CLOCK)) {
            Targets targets = new Targets(world.store, world.log, TestWorld.CLOCK);
            Target stored =
                    world.put(targets.collection(), List.of(figure(10L, null))).get(0);

            assertThat(world.put(targets.collection(), List.of(figure(11L, null))))
                    .isEmpty();
            assertThat(await(targets.collection().find(stored.id()))).isEqualTo(stored);
            assertThat(stored.hamlet()).isNull();
        }
    }
}
