package vn.toso.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.WorkingWorld.await;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.Days;
import vn.toso.domain.storage.Invariant.Broken;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.WorkingWorld;

/** A hamlet whose figures are not those of its households is found, unless its recount is still to come. */
class CoverageFollowsHouseholdsTest {

    private final MovingClock clock = new MovingClock();
    private WorkingWorld world;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("CoverageFollowsHouseholds", clock);
        world.people.put(
                aHousehold("Vi Văn Thông")
                        .in(XOM_1)
                        .with(aResident("stays"), aResident("leaves").born(1950).leftOn(TODAY.plusDays(3))),
                aHousehold("Lô Văn Bình").in(XOM_5).with(aResident("Lô Văn Bình")));
        world.settle();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void where_all_is_counted_nothing_is_found() {
        assertThat(broken()).isEmpty();
    }

    @Test
    void a_household_that_was_not_counted_is_missed_in_its_hamlet_until_it_is() {
        world.people.put(aHousehold("Quang Thị Tím").in(XOM_5).with(aResident("Quang Thị Tím")));
        assertThat(broken()).containsExactly(of(XOM_5));

        world.settle();

        assertThat(broken()).isEmpty();
    }

    @Test
    void a_hamlet_whose_recount_is_due_is_late_and_not_wrong() {
        clock.set(Days.startOf(TODAY.plusDays(3)));
        assertThat(broken()).isEmpty();

        world.people.put(aHousehold("Quang Thị Tím").in(XOM_1).with(aResident("Quang Thị Tím")));
        assertThat(broken()).isEmpty();
        await(world.recountDue().run());
        world.settle();

        assertThat(broken()).isEmpty();
    }

    private static Broken of(Area hamlet) {
        return new Broken("coverage " + hamlet.id(), "does not say what the hamlet's households add up to");
    }

    private List<Broken> broken() {
        return await(new CoverageFollowsHouseholds(
                        world.coverages,
                        world.people.households,
                        world.visits,
                        world.people.teams,
                        world.people.members,
                        world.people.trees,
                        world.people.catalogues,
                        clock)
                .broken()
                .collectList());
    }
}
