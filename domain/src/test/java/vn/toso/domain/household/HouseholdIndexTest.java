package vn.toso.domain.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.actor;

import com.mongodb.reactivestreams.client.FindPublisher;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.Eventually;
import vn.toso.domain.household.Households.Question;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.storage.ByHamlet;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.text.Search;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.StoredWorld;

/** What members and leaders ask all day, on a server that says how it answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseholdIndexTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int ELSEWHERE = 12;
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);

    private Store store;
    private Households households;

    @BeforeAll
    void fill() {
        assumeTrue(TestStore.isRealEngine(), "the embedded server cannot explain");
        store = TestStore.open("householdindex");
        households = new StoredWorld(store).households;
        Random dice = new Random(5);
        insert(IntStream.range(0, 230)
                .mapToObj(i -> household(i, XOM_1.id(), dice))
                .toList());
        for (int i = 1; i <= ELSEWHERE; i++) {
            int from = i * 1_000;
            insert(IntStream.range(from, from + 1_000)
                    .mapToObj(n -> household(n, Names.area("elsewhere " + n % 50), dice))
                    .toList());
        }
    }

    @AfterAll
    void close() {
        if (store != null) {
            store.close();
        }
    }

    @Test
    void a_hamlets_list_is_read_by_an_index_of_hamlets() {
        assertUses("hamletId_1_", households.statement(actor(LAN), question(null, false)));
        assertUses("hamletId_1_", households.statement(actor(LAN), question(null, true)));
    }

    @Test
    void a_search_uses_the_index_of_marks() {
        assertUses("hamletId_1_marks_1", households.statement(actor(LAN), question("hòa", false)));
        assertUses("hamletId_1_marks_1", households.statement(actor(HOA), question("hòa ng", false)));
    }

    @Test
    void a_snapshot_reads_a_hamlet_by_an_index() {
        assertUses("hamletId_1_", households.statementOfHamlet(XOM_1.id(), null, 1_000));
        assertUses("hamletId_1_", households.statementOfHamlet(XOM_1.id(), Names.uuid("household 7"), 1_000));
    }

    @Test
    void an_export_goes_from_hamlet_to_hamlet_by_an_index() {
        HouseholdsByHamlet all = new HouseholdsByHamlet(households, null, null, null);
        HouseholdsByHamlet some = new HouseholdsByHamlet(households, NOVEMBER, NOVEMBER, "SAFE");

        assertUses("hamletId_1_", all.first(List.of(XOM_1.id(), Names.area("elsewhere 3")), 1_000));
        assertUses("hamletId_1_", some.after(new ByHamlet.Place(XOM_1.id(), null, Names.uuid("household 7")), 1_000));
    }

    private static void assertUses(String index, FindPublisher<?> find) {
        // A server plans by statistics that it gathers some seconds after a bulk load.
        Eventually.holds(() -> assertThat(plan(find)).contains(index).doesNotContain("COLLSCAN"));
    }

    private static String plan(FindPublisher<?> find) {
        Document plan = Mono.from(find.explain()).block(SOON);
        return plan.toJson();
    }

    private void insert(List<Household> added) {
        Mono.from(households.collection().documents().insertMany(added)).block(SOON);
    }

    private static Household household(int number, AreaId hamlet, Random dice) {
        String given = List.of("Hoa", "Hòa", "Lan", "Minh", "Thủy", "Đức").get(dice.nextInt(6));
        String middle = List.of("Thị", "Văn", "Ngọc").get(dice.nextInt(3));
        return aHousehold("Nguyễn " + middle + " " + given)
                .id(new HouseholdId(Names.uuid("household " + number)))
                .in(hamlet)
                .build();
    }

    private static Question question(String query, boolean unvisited) {
        return new Question(null, Search.of(query), unvisited, null, 50, null);
    }
}
