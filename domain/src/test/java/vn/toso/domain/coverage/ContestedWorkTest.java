package vn.toso.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.Change;
import vn.toso.domain.household.Household;
import vn.toso.domain.visit.FollowVisits;
import vn.toso.domain.visit.Progress;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.WorkingWorld;

/**
 * Two things happen that together change nothing. A node that freezes between them has drawn its conclusion from the first
 * and sends that when it wakes. The node that took over sees both at once and finds everything right.
 */
class ContestedWorkTest {

    private final MovingClock clock = new MovingClock();
    private WorkingWorld world;
    private Household home;
    private int before;

    @BeforeEach
    void visit() {
        world = WorkingWorld.open("ContestedWork", clock);
        home = world.people.put(aHousehold("Vi Văn Thông")).get(0);
        visit("one");
        world.settle();
        before = world.changes().size();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void visit(String word) {
        world.put(
                world.visits.collection(),
                List.of(aVisit(word).to(home).did("PAY_BILL", ACHIEVED).build()));
    }

    private void withdrawTheVisitAndMakeAnother() {
        withdraw(await(world.visits.collection().find(aVisit("one").id())));
        visit("another");
    }

    private void withdraw(Visit visit) {
        await(world.visits
                .collection()
                .replace(Actor.SYSTEM, visit.voided(new Visit.Voided("nhầm hộ", LAN.id(), clock.instant()))));
    }

    private List<Change> news() {
        List<Change> all = world.changes();
        return all.subList(before, all.size());
    }

    private Household household() {
        return await(world.people.households.collection().find(home.id()));
    }

    private HamletCoverage coverage() {
        return await(world.coverages.collection().find(XOM_1.id()));
    }

    /** An earlier visit comes and is withdrawn: both at once change nothing, the first alone the day of the first visit. */
    @Test
    void a_household_keeps_the_day_of_its_first_visit() {
        Visit early = world.put(
                        world.visits.collection(),
                        List.of(aVisit("early")
                                .to(home)
                                .did("PAY_BILL", ACHIEVED)
                                .at(TestWorld.NOW
                                        .atOffset(ZoneOffset.ofHours(7))
                                        .minusDays(2))
                                .build()))
                .get(0);
        Visit one = await(world.visits.collection().find(aVisit("one").id()));
        Household visitedEarlier = Progress.of(List.of(one, early)).applyTo(household());
        assertThat(visitedEarlier.visitedFirstOn()).isEqualTo(TODAY.minusDays(2));
        withdraw(early);

        await(new FollowVisits(world.visits, world.people.households, clock).handleContested(news()));

        assertThat(await(world.people
                        .households
                        .collection()
                        .replaceAll(Actor.SYSTEM, List.of(visitedEarlier))
                        .collectList()))
                .isEmpty();
        assertThat(household().visitedFirstOn()).isEqualTo(TODAY);
    }

    @Test
    void a_hamlet_s_count_stays() {
        HamletCoverage right = coverage();
        HamletCoverage nobodyWasThere = new HamletCoverage(
                right.hamletId(),
                right.revision(),
                right.computedAt(),
                right.day(),
                new HouseholdCount(1, 230L, 0, null, 0L, 0L),
                Map.of(),
                right.team(),
                right.changesOn(),
                right.catalogueAt());
        withdrawTheVisitAndMakeAnother();
        await(new FollowVisits(world.visits, world.people.households, clock).handleContested(news()));

        await(world.followWork().handleContested(news()));

        assertThat(await(world.coverages
                        .collection()
                        .replaceAll(Actor.SYSTEM, List.of(nobodyWasThere))
                        .collectList()))
                .isEmpty();
        assertThat(coverage().households()).isEqualTo(right.households());
        assertThat(coverage().services()).isEqualTo(right.services());
    }
}
