package vn.toso.domain.household;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.Problems.assertNotFound;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestWorld.DISTRICT_STAFF;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.THUY;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import vn.toso.domain.household.Households.Question;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.service.Service;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.team.Member;
import vn.toso.domain.text.Search;
import vn.toso.domain.world.HouseholdBuilder;
import vn.toso.domain.world.ResidentBuilder;
import vn.toso.domain.world.StoredWorld;
import vn.toso.domain.world.TestCatalogue;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseholdsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final long SEED = 42;

    private Store store;
    private StoredWorld world;
    private List<Household> random;
    private Household ofLan;
    private Household ofThuy;

    @BeforeAll
    void open() {
        store = TestStore.open("households");
        world = new StoredWorld(store);
        ofLan = world.put(aHousehold("Vi Văn Thông").in(XOM_1).with(aResident("Lê Thị Hòa")))
                .get(0);
        world.put(aHousehold("Vi Văn An").in(XOM_1).visitedOn(TODAY));
        ofThuy = world.put(aHousehold("Trần Văn Hoa").in(XOM_DONG)).get(0);
        Random dice = new Random(SEED);
        HouseholdBuilder[] made = new HouseholdBuilder[80];
        for (int i = 0; i < made.length; i++) {
            made[i] = randomHousehold("Hộ số " + i, dice);
        }
        random = world.put(made);
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void a_household_is_read_within_the_scope_only() {
        assertThat(world.households.get(actor(LAN), ofLan.id()).block(SOON)).isEqualTo(ofLan);
        assertThat(world.households.get(actor(PROVINCE_ADMIN), ofThuy.id()).block(SOON))
                .isEqualTo(ofThuy);
        assertNotFound(world.households.get(actor(LAN), ofThuy.id()));
        assertNotFound(world.households.get(actor(HOA), ofThuy.id()));
        assertThat(world.households
                        .findAll(actor(THUY), List.of(ofLan.id(), ofThuy.id()))
                        .collectList()
                        .block(SOON))
                .containsExactly(ofThuy);
        assertThat(world.households
                        .findAll(actor(THUY), List.of())
                        .collectList()
                        .block(SOON))
                .isEmpty();
    }

    @Test
    void who_asks_at_the_same_moment_sees_only_what_is_theirs() {
        List<Member> askers = List.of(LAN, THUY, HOA, PROVINCE_ADMIN);
        List<Household> asked = List.of(ofLan, ofThuy);
        List<String> seen = Flux.range(0, 200)
                .flatMapSequential(i -> world.households
                        .find(actor(askers.get(i % 4)), asked.get(i / 4 % 2).id())
                        .map(found -> i % 8 + " " + found.headName())
                        .defaultIfEmpty(i % 8 + " nothing"))
                .distinct()
                .sort()
                .collectList()
                .block(SOON);

        assertThat(seen)
                .containsExactly(
                        "0 Vi Văn Thông",
                        "1 nothing",
                        "2 Vi Văn Thông",
                        "3 Vi Văn Thông",
                        "4 nothing",
                        "5 Trần Văn Hoa",
                        "6 nothing",
                        "7 Trần Văn Hoa");
    }

    @Test
    void a_search_finds_heads_and_residents_of_the_scope_exact_accents_first() {
        assertThat(heads(LAN, null, "hòa")).containsExactly("Vi Văn Thông");
        assertThat(heads(PROVINCE_ADMIN, XOM_DONG.id(), "hoa")).containsExactly("Trần Văn Hoa");
        assertThat(heads(LAN, null, "thong vi")).containsExactly("Vi Văn Thông");
        assertThat(heads(LAN, XOM_DONG.id(), "hoa")).isEmpty();
    }

    @Test
    void the_unvisited_are_those_without_a_visit() {
        List<String> unvisited = listed(LAN, new Question(null, Search.of("vi van"), true, null, 50, null));

        assertThat(unvisited).containsExactly("Vi Văn Thông");
    }

    @Test
    void who_sees_more_than_a_commune_must_name_a_hamlet() {
        assertThat(errorsOf(world.households.list(actor(DISTRICT_STAFF), question(null, null))))
                .containsExactly("/hamlet required");
        assertThat(errorsOf(world.households.list(actor(PROVINCE_ADMIN), question(null, null))))
                .containsExactly("/hamlet required");
        assertThat(heads(DISTRICT_STAFF, XOM_DONG.id(), null)).containsExactly("Trần Văn Hoa");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VNEID_1",
                "VNEID_2",
                "VNEID_ACT",
                "PAY_FIRST",
                "PAY_FEES",
                "PAY_QR",
                "PAY_BILL",
                "SAFE",
                "MEETING"
            })
    void those_eligible_and_not_yet_there_are_the_ones_counted_by_hand(String code) {
        Service service = TestCatalogue.CATALOGUE.find(code).orElseThrow();

        assertThat(eligibleHeads(service))
                .as("seed %d", SEED)
                .containsExactlyInAnyOrderElementsOf(random.stream()
                        .filter(household -> isWanted(service, household))
                        .map(Household::headName)
                        .toList());
    }

    @Test
    void listeners_read_by_hamlet_now_and_ever() {
        assertThat(world.households
                        .livingIn(List.of(XOM_DONG.id()))
                        .collectList()
                        .block(SOON))
                .containsExactly(ofThuy);
        assertThat(world.households.everIn(List.of(XOM_DONG.id())).collectList().block(SOON))
                .containsExactly(ofThuy);
        assertThat(world.households.livingIn(List.of()).collectList().block(SOON))
                .isEmpty();
        assertThat(world.households.everIn(List.of()).collectList().block(SOON)).isEmpty();
    }

    private static boolean isWanted(Service service, Household household) {
        if (service.unit().isOfHousehold()) {
            return Eligible.isEligible(service, household, null, TODAY)
                    && household.services().get(service.code()) == null;
        }
        return household.residents().stream()
                .filter(resident -> Eligible.isEligible(service, household, resident, TODAY))
                .anyMatch(resident -> resident.services().get(service.code()) == null
                        || resident.services().get(service.code()).achievedOn() == null);
    }

    private static HouseholdBuilder randomHousehold(String head, Random dice) {
        HouseholdBuilder household = aHousehold(head).in(XOM_5);
        if (dice.nextInt(3) == 0) {
            household.classified(Classification.TRADER);
        }
        if (dice.nextInt(3) == 0) {
            household.achieved(dice.nextBoolean() ? "PAY_QR" : "PAY_BILL", TODAY.minusDays(dice.nextInt(90)));
        }
        for (int i = dice.nextInt(4); i > 0; i--) {
            household.with(randomResident(head + " người " + i, dice));
        }
        return household;
    }

    private static ResidentBuilder randomResident(String name, Random dice) {
        ResidentBuilder resident = aResident(name).born(dice.nextInt(5) == 0 ? null : 2005 + dice.nextInt(20));
        List<String> services = new ArrayList<>(List.of("VNEID_1", "VNEID_2", "VNEID_ACT", "PAY_ACC", "SAFE"));
        for (String service : services) {
            LocalDate day = TODAY.minusDays(dice.nextInt(90));
            switch (dice.nextInt(4)) {
                case 0 -> resident.achieved(service, day);
                case 1 -> resident.tried(service, Outcome.ASSISTED, day);
                default -> {}
            }
        }
        if (dice.nextInt(4) == 0) {
            resident.pupil();
        }
        if (dice.nextInt(6) == 0) {
            resident.leftOn(TODAY.minusDays(dice.nextInt(3) - 1L));
        }
        return resident;
    }

    private List<String> heads(Member by, AreaId hamlet, String query) {
        return listed(by, question(hamlet, query));
    }

    private List<String> eligibleHeads(Service service) {
        return listed(HOA, new Question(XOM_5.id(), Search.of(null), false, service, 500, null));
    }

    private List<String> listed(Member by, Question question) {
        return world.households.list(actor(by), question).block(SOON).items().stream()
                .map(Household::headName)
                .toList();
    }

    private static Question question(AreaId hamlet, String query) {
        return new Question(hamlet, Search.of(query), false, null, 50, null);
    }
}
