package vn.toso.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import com.mongodb.reactivestreams.client.FindPublisher;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.Eventually;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.storage.ByHamlet;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.team.Member;
import vn.toso.domain.visit.Visits.Filter;
import vn.toso.domain.world.MemberBuilder;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.VisitBuilder;
import vn.toso.domain.world.WorkingWorld;

/** What is asked of visits all day, on a server that says how it answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitIndexTest {

    private WorkingWorld world;

    @BeforeAll
    void fill() {
        assumeTrue(TestStore.isRealEngine(), "the embedded server cannot explain");
        world = WorkingWorld.open("VisitIndex", TestWorld.CLOCK);
        for (int hamlet = 0; hamlet < 40; hamlet++) {
            List<Visit> visits = new ArrayList<>();
            AreaId home = hamlet == 0 ? XOM_1.id() : Names.area("hamlet " + hamlet);
            Member member = hamlet == 0
                    ? MINH
                    : MemberBuilder.aMember("Người " + hamlet).build();
            for (int i = 0; i < 250; i++) {
                VisitBuilder visit = aVisit(hamlet + " " + i)
                        .in(home)
                        .to(i == 0 ? null : Names.household(hamlet + " " + i % 100))
                        .by(member)
                        .at(OffsetDateTime.parse("2026-11-01T08:00:00+07:00").minusMinutes(i * 37L + hamlet))
                        .did("PAY_BILL", ACHIEVED);
                visits.add((i == 7 ? visit.correcting(aVisit(hamlet + " 6").id()) : visit).build());
            }
            await(Mono.from(world.visits.collection().documents().insertMany(visits)));
        }
    }

    @AfterAll
    void close() {
        if (world != null) {
            world.close();
        }
    }

    private static Filter filter(@Nullable HouseholdId household, @Nullable AreaId hamlet, @Nullable MemberId member) {
        return new Filter(household, hamlet, member, null, null);
    }

    private void assertUses(String index, FindPublisher<?> find) {
        // A server plans by statistics that it gathers some seconds after a bulk load.
        Eventually.holds(() -> assertThat(plan(find)).contains(index).doesNotContain("COLLSCAN"));
    }

    private static String plan(FindPublisher<?> find) {
        Document plan = await(Mono.from(find.explain()));
        return plan.toJson();
    }

    private FindPublisher<Visit> list(Member by, Filter filter) {
        return world.visits.statement(actor(by), filter, 51, null);
    }

    @Test
    void lists_come_in_order_from_an_index() {
        assertUses("hamletId_1_occurredAt_-1__id_-1", list(LAN, filter(null, null, null)));
        assertUses("hamletId_1_occurredAt_-1__id_-1", list(HOA, filter(null, XOM_1.id(), null)));
        assertUses("members_1_occurredAt_-1__id_-1", list(PROVINCE_ADMIN, filter(null, null, MINH.id())));
        assertUses("householdId_1_hamletId_1", list(HOA, filter(Names.household("0 5"), null, null)));
        assertUses("occurredAt_-1__id_-1", list(PROVINCE_ADMIN, filter(null, null, null)));
    }

    @Test
    void what_listeners_read_is_found_by_an_index() {
        assertUses("householdId_1_hamletId_1", world.visits.statementOfHouseholds(List.of(Names.household("0 5"))));
        assertUses("householdId_1_hamletId_1", world.visits.statementOfSessions(List.of(XOM_1.id())));
        assertUses(
                "supersedes_1",
                world.visits.statementOfCorrections(List.of(aVisit("3 6").id())));
    }

    @Test
    void a_team_s_latest_visit_is_found_by_an_index() {
        assertUses("occurredAt_-1", world.visits.statementOfLatest(XOM_1.id(), List.of(MINH.id(), LAN.id())));
    }

    @Test
    void a_snapshot_reads_a_hamlet_by_an_index() {
        Instant since = Instant.parse("2026-10-30T00:00:00Z");
        Visits.Position begun = new Visits.Position(Instant.parse("2026-10-31T00:00:00Z"), Names.uuid("any"));

        assertUses("hamletId_1_occurredAt_-1__id_-1", world.visits.statementOfHamlet(XOM_1.id(), since, null, 1_000));
        assertUses("hamletId_1_occurredAt_-1__id_-1", world.visits.statementOfHamlet(XOM_1.id(), since, begun, 1_000));
    }

    @Test
    void reports_read_the_visits_of_a_period_by_an_index() {
        CountedVisits counted = new CountedVisits(world.visits);
        List<AreaId> hamlets = List.of(XOM_1.id(), Names.area("hamlet 3"));
        LocalDate from = LocalDate.of(2026, 10, 27);

        assertUses("hamletId_1_occurredAt_-1__id_-1", counted.statement(hamlets, from, from.plusDays(2)));
        assertUses("hamletId_1_occurredAt_-1__id_-1", counted.statementOfAny(hamlets, from));
        assertUses("supersedes_1", counted.statementOfCorrections(hamlets));
    }

    @Test
    void an_export_goes_from_hamlet_to_hamlet_by_an_index() {
        LocalDate november = LocalDate.of(2026, 11, 1);
        VisitsByHamlet all = new VisitsByHamlet(world.visits, null, null, null);
        VisitsByHamlet some = new VisitsByHamlet(world.visits, november.minusDays(7), november, "PAY_BILL");
        ByHamlet.Place place = new ByHamlet.Place(XOM_1.id(), Instant.parse("2026-10-31T00:00:00Z"), Names.uuid("any"));

        assertUses("hamletId_1_occurredAt_-1__id_-1", all.first(List.of(XOM_1.id(), Names.area("hamlet 3")), 1_000));
        assertUses("hamletId_1_occurredAt_-1__id_-1", all.after(place, 1_000));
        assertUses("hamletId_1_occurredAt_-1__id_-1", some.after(place, 1_000));
    }
}
