package vn.toso.domain.visit;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import vn.toso.domain.household.Household;
import vn.toso.domain.storage.Invariant.Broken;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.WorkingWorld;

/** A household that shows less or more than its visits add up to is found. */
class ProgressFollowsVisitsTest {

    private WorkingWorld world;
    private Household home;
    private Visit visit;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("ProgressFollowsVisits", new MovingClock());
        world.people.put(aHousehold("Lô Văn Bình"));
        home = world.people.put(aHousehold("Vi Văn Thông")).get(0);
        visit = aVisit("một").to(home).did("PAY_BILL", ACHIEVED).build();
        world.put(world.visits.collection(), List.of(visit));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_visit_that_nobody_followed_yet_is_missed_until_somebody_does() {
        assertThat(broken()).containsExactly(ofHome());

        world.settle();

        assertThat(broken()).isEmpty();
    }

    @Test
    void progress_without_its_visit_is_found() {
        world.settle();
        await(Mono.from(world.visits.collection().documents().deleteOne(eq("_id", visit.id()))));

        assertThat(broken()).containsExactly(ofHome());
    }

    private Broken ofHome() {
        return new Broken("households " + home.id(), "does not show what its visits add up to");
    }

    private List<Broken> broken() {
        return await(new ProgressFollowsVisits(world.visits, world.people.households)
                .broken()
                .collectList());
    }
}
