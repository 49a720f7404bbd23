package vn.toso.domain.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.storage.Page;
import vn.toso.domain.storage.PageToken;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.text.Search;
import vn.toso.domain.text.Vietnamese;
import vn.toso.domain.world.HouseholdBuilder;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.StoredWorld;
import vn.toso.domain.world.TestWorld;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseholdListTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final AreaId HAMLET = TestWorld.XOM_1.id();
    private static final long SEED = 20261120;
    private static final List<String> SURNAMES = List.of("Nguyễn", "Lê", "Lò", "Lô", "Vi", "Đặng", "Dàng");
    private static final List<String> MIDDLES = List.of("Thị", "Văn", "Thi", "");
    private static final List<String> GIVEN =
            List.of("Hoa", "Hòa", "Hoà", "Hóa", "Hoàng", "Thủy", "Thuỷ", "Đức", "Duc", "Ân", "An");

    private Store store;
    private Households list;
    private List<Household> all;

    @BeforeAll
    void write_random_households() {
        store = TestStore.open("ranked");
        StoredWorld world = new StoredWorld(store);
        Random random = new Random(SEED);
        HouseholdBuilder[] made = new HouseholdBuilder[120];
        for (int i = 0; i < made.length; i++) {
            made[i] = aHousehold(name(random))
                    .id(new HouseholdId(Names.uuid("h" + i)))
                    .in(i % 6 == 5 ? TestWorld.XOM_5.id() : HAMLET)
                    .with(aResident(name(random)).id(Names.resident("r" + i)));
        }
        all = world.put(made).stream()
                .filter(household -> household.hamletId().equals(HAMLET))
                .toList();
        list = world.households;
    }

    @AfterAll
    void drop() {
        store.close();
    }

    @Test
    void pages_of_any_size_hold_every_match_once_exact_accents_first() {
        Random random = new Random(SEED + 1);
        for (int i = 0; i < 60; i++) {
            String query = query(random);
            int size = 1 + random.nextInt(40);

            assertThat(names(walk(query, size)))
                    .as("seed %d, query '%s', page size %d", SEED + 1, query, size)
                    .containsExactlyElementsOf(names(expected(query)));
        }
    }

    @Test
    void without_a_search_the_list_is_in_the_order_of_given_names() {
        assertThat(names(walk(null, 7))).containsExactlyElementsOf(names(expected(null)));
    }

    @Test
    void the_last_page_names_no_next_one() {
        assertThat(page(null, all.size(), null).next()).isNull();
        assertThat(page(null, all.size() - 1, null).next()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "%%%",
                "bm90aGluZw",
                "MA",
                "MApoCm5vdC1hbi1pZA",
                "MApzCjAxOTI5ZTQwLTcxMTAtNDcyMC04MzAwLTAxMDEyMDQwNTA2MA"
            })
    void a_token_that_is_not_ours_is_refused(String token) {
        assertThatThrownBy(() -> page(null, 5, token))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors().get(0).pointer()).isEqualTo("/after"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 501})
    void a_page_holds_1_to_500(int limit) {
        assertThatThrownBy(() -> page(null, limit, null))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors().get(0).pointer()).isEqualTo("/limit"));
    }

    @Test
    void a_token_keeps_its_parts() {
        assertThat(PageToken.parts(PageToken.of("0", "hòa\tb", 7), 3)).containsExactly("0", "hòa\tb", "7");
    }

    private List<Household> walk(String query, int size) {
        List<Household> seen = new ArrayList<>();
        Page<Household> page = page(query, size, null);
        seen.addAll(page.items());
        while (page.next() != null) {
            page = page(query, size, page.next());
            assertThat(page.items()).hasSizeBetween(1, size);
            seen.addAll(page.items());
        }
        return seen;
    }

    private Page<Household> page(String query, int limit, String after) {
        return list.list(
                        TestWorld.actor(TestWorld.HOA),
                        new Households.Question(HAMLET, Search.of(query), false, null, limit, after))
                .block(SOON);
    }

    private List<Household> expected(String query) {
        Search search = Search.of(query);
        return all.stream()
                .filter(household -> search.finds(household.words()))
                .sorted(Comparator.comparing((Household household) -> !search.findsExactly(household.words()))
                        .thenComparing(Household::sortKey))
                .toList();
    }

    /** Names, not ids: among equal names any order of ids will do, if only it is one. */
    private static List<String> names(List<Household> households) {
        assertThat(households).map(Household::id).doesNotHaveDuplicates();
        return households.stream().map(Household::sortKey).toList();
    }

    private static String name(Random random) {
        return Vietnamese.normalise(
                String.join(" ", List.of(pick(SURNAMES, random), pick(MIDDLES, random), pick(GIVEN, random))));
    }

    private static String query(Random random) {
        String name = name(random);
        String asked = random.nextBoolean() ? name : pick(GIVEN, random);
        String typed = random.nextInt(3) == 0 ? Vietnamese.fold(asked) : asked;
        return typed.substring(0, 1 + random.nextInt(typed.length()));
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
