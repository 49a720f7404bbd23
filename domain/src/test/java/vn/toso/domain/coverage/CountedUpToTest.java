package vn.toso.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.toso.domain.household.Household;
import vn.toso.domain.visit.FollowVisits;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.WorkingWorld;

class CountedUpToTest {

    private final MovingClock clock = new MovingClock();
    private Instant onHouseholds = Instant.EPOCH;
    private Instant inCoverage = Instant.EPOCH;

    @Test
    void a_visit_is_counted_when_coverage_read_behind_its_household() {
        try (WorkingWorld world = WorkingWorld.open("CountedUpTo", clock)) {
            FollowVisits follow = new FollowVisits(world.visits, world.people.households, clock);
            CountedUpTo counted = new CountedUpTo(follow, () -> onHouseholds, () -> inCoverage);
            Household household = world.people.put(aHousehold("Vi Văn Thông")).get(0);
            world.put(
                    world.visits.collection(),
                    List.of(aVisit("one")
                            .to(household)
                            .did("PAY_BILL", ACHIEVED)
                            .build()));
            clock.advance(Duration.ofSeconds(2));
            await(follow.handle(world.changes()));
            onHouseholds = NOW.plusSeconds(1);
            inCoverage = NOW.plusSeconds(2);

            // It was written on its household at that very moment: coverage may have missed it.
            assertThat(counted.get()).isEqualTo(NOW);

            inCoverage = NOW.plusSeconds(3);
            assertThat(counted.get()).isEqualTo(NOW.plusSeconds(1));
            onHouseholds = NOW.plusSeconds(9);
            assertThat(counted.get()).isEqualTo(NOW.plusSeconds(3));
        }
    }

    @Test
    void many_batches_are_remembered_though_not_one_by_one() {
        try (WorkingWorld world = WorkingWorld.open("CountedUpTo", clock)) {
            FollowVisits follow = new FollowVisits(world.visits, world.people.households, clock);
            Household household = world.people.put(aHousehold("Vi Văn Thông")).get(0);
            world.put(
                    world.visits.collection(),
                    List.of(aVisit("one")
                            .to(household)
                            .did("PAY_BILL", ACHIEVED)
                            .build()));
            for (int i = 0; i < 150; i++) {
                clock.advance(Duration.ofSeconds(1));
                await(follow.handle(world.changes()));
            }

            assertThat(follow.writtenBefore(clock.instant())).isEqualTo(NOW);
            assertThat(follow.writtenBefore(clock.instant().plusSeconds(1))).isEqualTo(Instant.MAX);
        }
    }
}
