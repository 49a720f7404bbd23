package vn.toso.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.toso.domain.change.Change;
import vn.toso.domain.household.Household;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.WorkingWorld;

class WrittenBeforeTest {

    @Test
    void who_reads_behind_learns_what_was_written_before_its_reading() {
        MovingClock time = new MovingClock();
        try (WorkingWorld world = WorkingWorld.open("WrittenBefore", new MovingClock())) {
            FollowVisits node = new FollowVisits(world.visits, world.people.households, time);
            Household household = world.people.put(aHousehold("Vi Văn Bảy")).get(0);
            Visit visit = world.put(
                            world.visits.collection(),
                            List.of(aVisit("timed")
                                    .to(household)
                                    .did("PAY_BILL", ACHIEVED)
                                    .build()))
                    .get(0);
            assertThat(node.writtenBefore(time.instant())).isEqualTo(Instant.MAX);

            time.advance(Duration.ofSeconds(1));
            List<Change> visits = world.changes().stream()
                    .filter(change -> change.kind().equals("visit"))
                    .toList();
            await(node.handle(visits));

            assertThat(node.writtenBefore(time.instant()))
                    .isEqualTo(visit.revision().updatedAt());
            assertThat(node.writtenBefore(time.instant().plusMillis(1))).isEqualTo(Instant.MAX);
        }
    }
}
