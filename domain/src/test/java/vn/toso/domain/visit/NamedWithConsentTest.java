package vn.toso.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Instant;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.toso.domain.household.Consent.Decision;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.RecordConsent;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.visit.RecordVisit.Recorded;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.VisitBuilder;
import vn.toso.domain.world.WorkingWorld;

/** Without consent what was done is counted, of nobody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamedWithConsentTest {

    private static final ResidentId HER = Names.resident("Lê Thị Hòa");
    private static final ResidentId CHILD = Names.resident("Lê Văn Con");

    private WorkingWorld world;
    private RecordVisit asking;
    private RecordConsent consents;
    private Household home;

    @BeforeAll
    void open() {
        world = WorkingWorld.open("NamedWithConsent", TestWorld.CLOCK);
        asking = new RecordVisit(
                world.store,
                world.visits,
                world.people.households,
                world.people.catalogues,
                ConsentRule.ASK_FIRST,
                TestWorld.CLOCK);
        consents = new RecordConsent(world.people.households, TestWorld.CLOCK);
        home = world.people
                .put(aHousehold("Lê Thị Hòa")
                        .with(aResident("Lê Thị Hòa"))
                        .with(aResident("Lê Văn Con").born(2015)))
                .get(0);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void who_is_named_follows_from_the_latest_word() {
        assertThat(named("chưa hỏi")).isEqualTo(ResidentId.NOBODY);
        says(HER, Decision.GIVEN, 1, null);
        assertThat(named("đã đồng ý")).isEqualTo(HER);
        says(HER, Decision.WITHDRAWN, 2, null);
        assertThat(named("đã rút lại")).isEqualTo(ResidentId.NOBODY);
        says(HER, Decision.GIVEN, 3, null);
        assertThat(named("lại đồng ý")).isEqualTo(HER);
        says(HER, Decision.REFUSED, 4, null);
        assertThat(named("từ chối")).isEqualTo(ResidentId.NOBODY);
        world.settle();
        Household now = await(world.people.households.collection().find(home.id()));
        assertThat(now.resident(HER).orElseThrow().services().get("SAFE").visitId())
                .isEqualTo(aVisit("lại đồng ý").id());
        assertThat(now.services()).doesNotContainKey("SAFE");
        assertThat(now.visitedLastOn()).isNotNull();
    }

    @Test
    void the_same_visit_sent_again_is_known_as_the_same() {
        VisitBuilder visit = visit("hai lần");
        Recorded first = await(asking.record(actor(LAN), visit.asCommand()));
        Recorded again = await(asking.record(actor(LAN), visit.asCommand()));

        assertThat(again.repeated()).isTrue();
        assertThat(again.visit()).isEqualTo(first.visit());
    }

    @Test
    void a_child_says_yes_by_a_representative() {
        assertThat(problem(() -> says(CHILD, Decision.GIVEN, 1, null))
                        .errors()
                        .get(0)
                        .pointer())
                .isEqualTo("/representative");
        says(CHILD, Decision.REFUSED, 1, null);
        Household said = says(CHILD, Decision.GIVEN, 2, "Lê Thị Hòa, mẹ");

        assertThat(said.resident(CHILD).orElseThrow().consents().get(1).representative())
                .isEqualTo("Lê Thị Hòa, mẹ");
    }

    private ResidentId named(String word) {
        return await(asking.record(actor(LAN), visit(word).asCommand()))
                .visit()
                .activities()
                .get(0)
                .residentId();
    }

    private VisitBuilder visit(String word) {
        return aVisit(word).to(home).did("SAFE", HER, ACHIEVED);
    }

    private Household says(ResidentId who, Decision decision, int hour, String representative) {
        Instant at = TestWorld.NOW.minusSeconds(36_000).plusSeconds(hour * 3_600L);
        return await(consents.record(
                actor(LAN),
                home.id(),
                who,
                null,
                new RecordConsent.Command(
                        "service-support", decision, at, "spoken-at-door", "2026-01", representative)));
    }

    private static Problem problem(ThrowableAssert.ThrowingCallable refused) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(Problem.class, refused);
    }
}
