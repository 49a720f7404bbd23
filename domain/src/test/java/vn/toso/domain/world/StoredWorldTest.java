package vn.toso.domain.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.toso.domain.area.Area;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;

class StoredWorldTest {

    @Test
    void the_world_is_read_as_it_was_made() {
        try (Store store = TestStore.open("world")) {
            StoredWorld world = new StoredWorld(store);

            assertThat(world.trees.current().all())
                    .map(Area::fullName)
                    .containsExactlyElementsOf(
                            TestWorld.TREE.all().stream().map(Area::fullName).toList());
            assertThat(world.members
                            .get(TestWorld.actor(TestWorld.HOA), TestWorld.LAN.id())
                            .block(Duration.ofSeconds(10)))
                    .usingRecursiveComparison()
                    .ignoringFields("revision")
                    .isEqualTo(TestWorld.LAN);
            assertThat(world.catalogues.current().all()).hasSameSizeAs(TestCatalogue.ROWS);
        }
    }
}
