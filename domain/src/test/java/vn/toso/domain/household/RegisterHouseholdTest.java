package vn.toso.domain.household;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.Problems.assertConflict;
import static vn.toso.domain.world.Problems.assertForbidden;
import static vn.toso.domain.world.Problems.assertNotFound;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestWorld.DISTRICT_STAFF;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.THUY;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.household.Household.Connectivity;
import vn.toso.domain.household.RegisterHousehold.Command;
import vn.toso.domain.household.RegisterHousehold.Registered;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.StoredWorld;
import vn.toso.domain.world.TestWorld;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterHouseholdTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private Store store;
    private StoredWorld world;
    private RegisterHousehold register;

    @BeforeAll
    void open() {
        store = TestStore.open("register");
        world = new StoredWorld(store);
        register = new RegisterHousehold(world.households, world.trees, TestWorld.CLOCK);
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void a_household_is_kept_normalised_with_its_residents_from_today_on() {
        HouseholdForm form = new HouseholdForm(
                " Vi  Văn Thông ",
                " sau nhà văn hóa ",
                List.of("+84 162 345 6789", "0323456789"),
                Set.of(Classification.POOR),
                new Connectivity(true, null),
                new Location(19.33333, 105.12345));
        Command command = new Command(
                Names.household("thông"),
                XOM_1.id(),
                form,
                List.of(aResident("Lê Thị Hòa").born(1990).asNew()));

        Registered registered = registering(LAN, command).block(SOON);

        Household household = registered.household();
        assertThat(registered.repeated()).isFalse();
        assertThat(household.headName()).isEqualTo("Vi Văn Thông");
        assertThat(household.addressNote()).isEqualTo("sau nhà văn hóa");
        assertThat(household.phones()).containsExactly("0323456789");
        assertThat(household.location()).isEqualTo(new Location(19.333, 105.123));
        assertThat(household.stays()).containsExactly(new Stay(XOM_1.id(), TODAY, null));
        assertThat(household.registeredOn()).isEqualTo(TODAY);
        assertThat(household.residents()).singleElement().returns(TODAY, Resident::registeredOn);
        assertThat(household.words()).contains("thong", "hoa", "=hoà");
        assertThat(household.revision().updatedBy()).isEqualTo(LAN.id());
        assertThat(world.households.get(actor(LAN), household.id()).block(SOON)).isEqualTo(household);
    }

    @Test
    void an_identical_repeat_gets_what_is_stored_although_it_was_amended_since() {
        Command command = command("lặp");
        Household first = registering(LAN, command).block(SOON).household();
        AmendHousehold amend = new AmendHousehold(world.households);
        amend.amend(actor(HOA), first.id(), null, old -> renamed(old, "Tên Khác"))
                .block(SOON);

        Registered again = registering(LAN, command).block(SOON);

        assertThat(again.repeated()).isTrue();
        assertThat(again.household().headName()).isEqualTo("Tên Khác");
        assertThat(again.household().revision().version()).isEqualTo(2);
        assertThat(registering(MINH, command).block(SOON).repeated()).isTrue();
    }

    @Test
    void many_identical_requests_at_once_store_one() {
        List<Boolean> repeated = Flux.range(0, 16)
                .flatMap(i -> registering(LAN, command("đồng thời")), 16)
                .map(Registered::repeated)
                .collectList()
                .block(SOON);

        assertThat(repeated).filteredOn(again -> !again).hasSize(1);
    }

    @Test
    void the_same_id_with_other_content_is_a_conflict() {
        registering(LAN, command("trùng")).block(SOON);
        HouseholdId id = Names.household("trùng");
        Command otherName = new Command(id, XOM_1.id(), form("Tên Khác"), List.of());
        Command otherHamlet = new Command(id, XOM_5.id(), form("trùng"), List.of());
        Command otherPeople = new Command(
                id, XOM_1.id(), form("trùng"), List.of(aResident("Một").asNew()));

        assertConflict("household-exists", registering(LAN, otherName));
        assertConflict("household-exists", registering(HOA, otherHamlet));
        assertConflict("household-exists", registering(LAN, otherPeople));
        assertConflict("household-exists", registering(THUY, new Command(id, XOM_DONG.id(), form("trùng"), List.of())));
    }

    @Test
    void a_hamlet_out_of_scope_looks_as_if_there_were_none() {
        assertNotFound(registering(LAN, aHousehold("A").in(XOM_DONG).asCommand()));
        assertNotFound(registering(LAN, aHousehold("A").in(XOM_5).asCommand()));
        assertNotFound(registering(HOA, aHousehold("A").in(MINH_HOP).asCommand()));
        assertNotFound(registering(
                PROVINCE_ADMIN, aHousehold("A").in(Names.area("nowhere")).asCommand()));
        assertNotFound(registering(PROVINCE_ADMIN, aHousehold("A").in(MINH_HOP).asCommand()));
    }

    @Test
    void district_staff_register_nobody() {
        assertForbidden(registering(DISTRICT_STAFF, command("cán bộ")));
    }

    @Test
    void what_is_wrong_with_a_registration_is_named_all_at_once() {
        HouseholdForm form = new HouseholdForm(
                "  ", "CCCD 040185001234", List.of("0912345678", "12"), Set.of(), null, new Location(91, Double.NaN));
        NewResident unnamed = new NewResident(null, new ResidentForm("", 1899, "x".repeat(41), false, TODAY));
        NewResident future = aResident("Tương Lai").born(TODAY.getYear() + 1).asNew();

        assertThat(errorsOf(registering(LAN, new Command(null, null, form, List.of(unnamed, future, future)))))
                .containsExactly(
                        "/id required",
                        "/hamletId required",
                        "/headName required",
                        "/addressNote sensitive",
                        "/phones/1 phone",
                        "/location/latitude range",
                        "/location/longitude range",
                        "/residents/0/id required",
                        "/residents/0/leftOn not-wanted",
                        "/residents/0/name required",
                        "/residents/0/relation too-long",
                        "/residents/0/birthYear range",
                        "/residents/1/birthYear range",
                        "/residents/2/id duplicate",
                        "/residents/2/birthYear range");
    }

    @Test
    void a_household_has_at_most_sixty_residents() {
        List<NewResident> crowd = Collections.nCopies(61, aResident("Đông").asNew());

        assertThat(errorsOf(registering(LAN, new Command(Names.household("đông"), XOM_1.id(), form("Đông"), crowd))))
                .startsWith("/residents too-many");
    }

    @Test
    void two_unanswered_questions_are_none() {
        HouseholdForm form =
                new HouseholdForm("Chưa Hỏi", null, List.of(), Set.of(), new Connectivity(null, null), null);
        Command command = new Command(Names.household("chưa hỏi"), XOM_1.id(), form, List.of());

        assertThat(registering(LAN, command).block(SOON).household().connectivity())
                .isNull();
    }

    private Mono<Registered> registering(Member by, Command command) {
        return register.register(actor(by), command);
    }

    private static Command command(String name) {
        return new Command(Names.household(name), XOM_1.id(), form(name), List.of());
    }

    private static HouseholdForm form(String headName) {
        return new HouseholdForm(headName, null, List.of(), Set.of(), null, null);
    }

    private static HouseholdForm renamed(HouseholdForm old, String name) {
        return new HouseholdForm(
                name, old.addressNote(), old.phones(), old.classifications(), old.connectivity(), old.location());
    }
}
