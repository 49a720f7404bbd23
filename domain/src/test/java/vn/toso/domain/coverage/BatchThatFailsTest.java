package vn.toso.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.change.Change;
import vn.toso.domain.household.Household;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.WorkingWorld;

class BatchThatFailsTest {

    private final WorkingWorld world = WorkingWorld.open("BatchThatFails", TestWorld.CLOCK);
    private boolean failing;

    /** Counting asks for the time, when the open books know already what came. */
    private final class Broken extends Clock {
        @Override
        public Instant instant() {
            if (failing) {
                throw new IllegalStateException("the database is gone");
            }
            return TestWorld.CLOCK.instant();
        }

        @Override
        public ZoneId getZone() {
            return TestWorld.CLOCK.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** The first visit of a day shows the team at work, and an open book tells so once. */
    @Test
    void what_it_told_an_open_book_is_counted_when_it_comes_again() {
        Household household = world.people.put(aHousehold("Vi Văn Thông")).get(0);
        FollowWork node = new FollowWork(
                world.coverages,
                world.people.households,
                world.visits,
                world.people.teams,
                world.people.members,
                world.people.trees,
                world.people.catalogues,
                new Broken());
        await(node.handle(world.changes()));
        int from = world.changes().size();
        world.put(
                world.visits.collection(),
                List.of(aVisit("one").to(household).did("PAY_BILL", ACHIEVED).build()));
        List<Change> batch = world.changes().subList(from, world.changes().size());

        failing = true;
        assertThatThrownBy(() -> await(node.handle(batch))).hasMessageContaining("the database is gone");
        failing = false;
        await(node.handle(batch));

        HamletCoverage counted = await(world.coverages.collection().find(XOM_1.id()));
        assertThat(counted.team()).isEqualTo(new TeamCount.OfHamlet(TODAY));
    }
}
