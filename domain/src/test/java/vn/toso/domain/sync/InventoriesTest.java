package vn.toso.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.household.Household;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.world.HouseholdBuilder;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.WorkingWorld;

/** An inventory that is kept up says just what one says that is read anew. */
class InventoriesTest {

    private final MovingClock clock = new MovingClock();
    private WorkingWorld world;
    private Inventories kept;
    private Household home;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("Inventories", clock);
        kept = inventories();
        home = world.people.put(aHousehold("Vi Văn Thông")).get(0);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void without_news_nothing_is_read_and_with_news_of_another_hamlet_nothing_changes() {
        Inventory first = here(kept);
        assertThat(here(kept)).isSameAs(first);

        world.people.put(aHousehold("Lê Thị Gần").in(XOM_5));

        Inventory now = here(kept);
        assertThat(now.households())
                .isEqualTo(first.households())
                .containsOnlyKeys(home.id().value());
        assertThat(now.upTo()).isNotEqualTo(first.upTo());
    }

    @Test
    void a_few_changes_are_caught_up_with() {
        here(kept);
        Visit visit = world.put(
                        world.visits.collection(),
                        List.of(aVisit("một").to(home).build()))
                .get(0);
        Household other = world.people.put(aHousehold("Lô Văn Xa")).get(0);

        Inventory now = here(kept);

        assertThat(now.households())
                .containsOnlyKeys(home.id().value(), other.id().value());
        assertThat(now.visits()).containsOnlyKeys(visit.id().value());
        assertThat(now).isEqualTo(here(inventories()));
    }

    @Test
    void after_very_many_changes_all_is_read_anew() {
        here(kept);
        world.people.put(IntStream.range(0, 1_001)
                .mapToObj(i -> aHousehold("Lô Văn " + i))
                .toArray(HouseholdBuilder[]::new));

        Inventory now = here(kept);

        assertThat(now.households()).hasSize(1_002);
        assertThat(now).isEqualTo(here(inventories()));
    }

    private Inventories inventories() {
        return new Inventories(
                world.log,
                world.people.households,
                world.visits,
                () -> clock.instant().minus(Duration.ofDays(90)));
    }

    private Inventory here(Inventories inventories) {
        return await(inventories.of(XOM_1.id()));
    }
}
