package vn.toso.domain.household;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.Problems.assertConflict;
import static vn.toso.domain.world.Problems.assertForbidden;
import static vn.toso.domain.world.Problems.assertNotFound;
import static vn.toso.domain.world.Problems.assertVersionMismatch;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestWorld.DISTRICT_STAFF;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.THUY;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.actor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.household.Consent.Decision;
import vn.toso.domain.household.RegisterHousehold.Registered;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.States;
import vn.toso.domain.world.StoredWorld;
import vn.toso.domain.world.TestWorld;

class HouseholdChangesTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final ResidentId WIFE = Names.resident("Lê Thị Hòa");

    private Store store;
    private StoredWorld world;
    private AmendHousehold amend;
    private AddResident add;
    private AmendResident amendResident;
    private RecordConsent consent;
    private Household home;

    @BeforeEach
    void open() {
        store = TestStore.open("changes");
        world = new StoredWorld(store);
        amend = new AmendHousehold(world.households);
        add = new AddResident(world.households, TestWorld.CLOCK);
        amendResident = new AmendResident(world.households, TestWorld.CLOCK);
        consent = new RecordConsent(world.households, TestWorld.CLOCK);
        home = world.put(aHousehold("Vi Văn Thông").in(XOM_1).with(aResident("Lê Thị Hòa")))
                .get(0);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_new_name_is_stored_and_found() {
        Household amended = amending(LAN, 1L, named("Vi Văn Thống")).block(SOON);

        assertThat(amended.headName()).isEqualTo("Vi Văn Thống");
        assertThat(amended.sortKey()).startsWith("thong vi van");
        assertThat(amended.words()).contains("=thống").doesNotContain("=thông");
        assertThat(amended.revision().version()).isEqualTo(2);
        assertThat(amended.residents()).isEqualTo(home.residents());
        assertThat(world.households.get(actor(LAN), home.id()).block(SOON)).isEqualTo(amended);
    }

    @Test
    void the_same_amendment_again_changes_nothing() {
        Household once = amending(LAN, null, named("Vi Văn Thống")).block(SOON);

        assertThat(amending(HOA, null, named("Vi Văn Thống")).block(SOON)).isEqualTo(once);
    }

    @Test
    void an_amendment_of_an_older_version_is_refused() {
        amending(LAN, null, named("Vi Văn Thống")).block(SOON);

        assertVersionMismatch(amending(HOA, 1L, named("Vi Văn Thông")));
    }

    @Test
    void concurrent_amendments_all_count() {
        List<Mono<Household>> requests = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String phone = "091234567" + i;
            requests.add(amending(LAN, null, old -> phoned(old, phone)));
        }
        for (int i = 0; i < 10; i++) {
            requests.add(
                    add.add(actor(LAN), home.id(), null, aResident("Con " + i).asNew())
                            .map(Registered::household));
        }
        Flux.fromIterable(requests).flatMap(request -> request, 15).blockLast(SOON);

        Household now = world.households.get(actor(LAN), home.id()).block(SOON);
        assertThat(now.phones()).hasSize(5);
        assertThat(now.residents()).hasSize(11);
        assertThat(now.revision().version()).isEqualTo(16);
    }

    @Test
    void a_foreign_household_looks_as_if_there_were_none_to_every_change() {
        assertNotFound(amending(THUY, null, named("A")));
        assertNotFound(add.add(actor(THUY), home.id(), null, aResident("A").asNew()));
        assertNotFound(amendResident.amend(actor(THUY), home.id(), WIFE, null, old -> old));
        assertNotFound(consent.record(actor(THUY), home.id(), WIFE, null, word(Decision.GIVEN, null)));
    }

    @Test
    void district_staff_change_nobody() {
        assertForbidden(amending(DISTRICT_STAFF, null, named("A")));
        assertForbidden(
                add.add(actor(DISTRICT_STAFF), home.id(), null, aResident("A").asNew()));
        assertForbidden(amendResident.amend(actor(DISTRICT_STAFF), home.id(), WIFE, null, old -> old));
        assertForbidden(consent.record(actor(DISTRICT_STAFF), home.id(), WIFE, null, word(Decision.GIVEN, null)));
    }

    @Test
    void what_is_wrong_with_an_amendment_is_named() {
        assertThat(errorsOf(amending(LAN, null, named("123")))).containsExactly("/headName name");
        assertThat(errorsOf(amendingWife(old -> new ResidentForm(null, 1800, null, false, TODAY.plusDays(1)))))
                .containsExactly("/name required", "/birthYear range", "/leftOn range");
        assertThat(errorsOf(amendingWife(old -> old.leaving(home.registeredOn().minusDays(1)))))
                .containsExactly("/leftOn range");
    }

    @Test
    void a_person_is_added_once_however_often_asked() {
        Registered first = adding("Vi Thị Lan").block(SOON);
        amendResident
                .amend(actor(LAN), home.id(), Names.resident("Vi Thị Lan"), null, old -> born(old, 2001))
                .block(SOON);
        Registered again = adding("Vi Thị Lan").block(SOON);

        assertThat(first.repeated()).isFalse();
        assertThat(first.household().residents()).hasSize(2);
        assertThat(first.household().words()).contains("lan");
        assertThat(again.repeated()).isTrue();
        assertThat(again.household().residents()).hasSize(2);
        assertThat(again.household()
                        .resident(Names.resident("Vi Thị Lan"))
                        .orElseThrow()
                        .birthYear())
                .isEqualTo(2001);
    }

    @Test
    void the_id_of_somebody_else_is_a_conflict() {
        NewResident other = new NewResident(WIFE, new ResidentForm("Ai Khác", null, null, false, null));

        assertConflict("resident-exists", add.add(actor(LAN), home.id(), null, other));
    }

    @Test
    void the_same_person_added_twice_at_once_is_there_once() {
        Flux.range(0, 8).flatMap(i -> adding("Vi Thị Lan"), 8).blockLast(SOON);

        assertThat(world.households.get(actor(LAN), home.id()).block(SOON).residents())
                .hasSize(2);
    }

    @Test
    void a_full_household_takes_nobody_until_somebody_leaves() {
        for (int i = 1; i < 60; i++) {
            adding("Người " + i).block(SOON);
        }
        assertThat(errorsOf(adding("Thừa"))).containsExactly("/residents too-many");
        amendingWife(old -> old.leaving(TODAY)).block(SOON);
        assertThat(adding("Thừa").block(SOON).household().residents()).hasSize(61);
    }

    @Test
    void who_left_is_not_found_by_name_any_more_and_who_came_back_is() {
        Household left = amendingWife(old -> old.leaving(TODAY)).block(SOON);
        assertThat(left.words()).doesNotContain("hoa");
        assertThat(left.resident(WIFE).orElseThrow().belongsOn(TODAY)).isFalse();

        Household back = amendingWife(old -> old.leaving(null)).block(SOON);
        assertThat(back.words()).contains("hoa");
        assertThat(back.resident(WIFE).orElseThrow().belongsOn(TODAY)).isTrue();
        assertThat(amendingWife(old -> old.leaving(null)).block(SOON)).isEqualTo(back);
    }

    @Test
    void somebody_who_is_not_there_is_not_found() {
        ResidentId nobody = Names.resident("nobody");

        assertNotFound(amendResident.amend(actor(LAN), home.id(), nobody, null, old -> old));
        assertNotFound(consent.record(actor(LAN), home.id(), nobody, null, word(Decision.GIVEN, null)));
    }

    @Test
    void what_visits_add_up_to_survives_an_amendment_and_the_other_way_round() {
        Household read = world.households.get(actor(LAN), home.id()).block(SOON);
        Household visited = read.withProgress(
                who -> Map.of("SAFE", States.of(Outcome.ACHIEVED, TODAY)),
                Map.of("PAY_BILL", States.of(Outcome.REFUSED, TODAY)),
                TODAY,
                TODAY);
        world.households.collection().replace(actor(LAN), visited).block(SOON);

        Household amended = amending(LAN, null, named("Vi Văn Thống")).block(SOON);

        assertThat(amended.services()).containsKey("PAY_BILL");
        assertThat(amended.visitedLastOn()).isEqualTo(TODAY);
        assertThat(amended.resident(WIFE).orElseThrow().services()).containsKey("SAFE");
        assertThat(amended.withProgress(who -> Map.of(), Map.of(), null, null).headName())
                .isEqualTo("Vi Văn Thống");
    }

    private Mono<Household> amending(Member by, Long expected, UnaryOperator<HouseholdForm> change) {
        return amend.amend(actor(by), home.id(), expected, change);
    }

    private Mono<Household> amendingWife(UnaryOperator<ResidentForm> change) {
        return amendResident.amend(actor(LAN), home.id(), WIFE, null, change);
    }

    private Mono<Registered> adding(String name) {
        return add.add(actor(LAN), home.id(), null, aResident(name).asNew());
    }

    private static RecordConsent.Command word(Decision decision, Instant at) {
        return new RecordConsent.Command("service-support", decision, at, "spoken-at-door", "2026-01", null);
    }

    private static UnaryOperator<HouseholdForm> named(String name) {
        return old -> new HouseholdForm(
                name, old.addressNote(), old.phones(), old.classifications(), old.connectivity(), old.location());
    }

    private static HouseholdForm phoned(HouseholdForm old, String phone) {
        List<String> phones = new ArrayList<>(old.phones());
        phones.add(phone);
        return new HouseholdForm(old.headName(), null, phones, Set.of(), null, null);
    }

    private static ResidentForm born(ResidentForm old, int year) {
        return new ResidentForm(old.name(), year, old.relation(), old.pupil(), old.leftOn());
    }
}
