package vn.toso.domain.sync;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.actor;

import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.Eventually;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.MutationId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.sync.HeldWork.State;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.TestWorld;

/** What is asked of receipts and of held work, on a server that says how it answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SyncIndexTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int HAMLETS = 40;
    private static final int OF_A_HAMLET = 100;

    private Store store;
    private Quarantine quarantine;
    private MongoCollection<Receipt> receipts;

    @BeforeAll
    void fill() {
        assumeTrue(TestStore.isRealEngine(), "the embedded server cannot explain");
        store = TestStore.open("SyncIndex");
        quarantine = new Quarantine(store, new ChangeLog(store, TestWorld.CLOCK), TestWorld.CLOCK);
        receipts = store.collection("mutations", Receipt.class);
        quarantine
                .collection()
                .createIndexes()
                .then(new Mutations(store).createIndexes())
                .block(SOON);
        for (int hamlet = 0; hamlet < HAMLETS; hamlet++) {
            List<Receipt> made = new ArrayList<>();
            List<HeldWork> held = new ArrayList<>();
            for (int i = 0; i < OF_A_HAMLET; i++) {
                made.add(receipt(hamlet, i));
                held.add(held(hamlet, made.get(i)));
            }
            Mono.from(receipts.insertMany(made)).block(SOON);
            Mono.from(quarantine.collection().documents().insertMany(held)).block(SOON);
        }
    }

    @AfterAll
    void close() {
        if (store != null) {
            store.close();
        }
    }

    private static MutationId id(int hamlet, int i) {
        return new MutationId(Names.uuid("mutation " + hamlet + " " + i));
    }

    private static Receipt receipt(int hamlet, int i) {
        MemberId member = hamlet == 0 ? LAN.id() : Names.member(hamlet + " " + i % 5);
        return new Receipt(
                id(hamlet, i),
                member,
                UUID.randomUUID(),
                "visit.record",
                i,
                Verdict.QUARANTINED,
                null,
                Refusal.of(Problem.notFound("household")),
                null,
                NOW.minus(Duration.ofMinutes(hamlet * 1_000L + i)));
    }

    private static HeldWork held(int hamlet, Receipt receipt) {
        AreaId home = hamlet == 0 ? XOM_1.id() : Names.area("hamlet " + hamlet);
        return new HeldWork(
                receipt.id(),
                Revision.NONE,
                home,
                receipt.member(),
                receipt.device(),
                receipt.kind(),
                "{}",
                null,
                null,
                receipt.verdict(),
                receipt.problem(),
                receipt.digest() % 2 == 0 ? State.PENDING : State.REJECTED,
                receipt.receivedAt(),
                null,
                null,
                null);
    }

    private static void assertUses(String index, FindPublisher<?> find) {
        // A server plans by statistics that it gathers some seconds after a bulk load.
        Eventually.holds(() -> {
            Document plan = Mono.from(find.explain()).block(SOON);
            assertThat(plan.toJson()).contains(index).doesNotContain("COLLSCAN");
        });
    }

    @Test
    void lists_of_held_work_come_from_an_index() {
        assertUses(
                "hamletId_1_state_1_receivedAt_-1__id_-1", quarantine.statement(actor(HOA), State.PENDING, 51, null));
        assertUses(
                "memberId_1_state_1_receivedAt_-1__id_-1", quarantine.statement(actor(LAN), State.PENDING, 51, null));
        assertUses(
                "state_1_receivedAt_-1__id_-1", quarantine.statement(actor(PROVINCE_ADMIN), State.PENDING, 51, null));
    }

    @Test
    void what_a_members_phone_carries_of_held_work_is_found_by_an_index() {
        assertUses("memberId_1_state_1", quarantine.statementOfCarried(actor(LAN), NOW.minusSeconds(600), null, 100));
        assertUses("hamletId_1_state_1", quarantine.statementOfCarried(actor(HOA), NOW.minusSeconds(600), null, 100));
    }

    @Test
    void receipts_are_found_by_their_ids_and_forgotten_by_their_age() {
        assertUses("_id_", receipts.find(in("_id", List.of(id(3, 1), id(7, 2)))));
        assertUses(
                "receivedAt_1",
                receipts.find(lt("receivedAt", NOW.minus(Duration.ofHours(650))))
                        .sort(Sorts.ascending("receivedAt")));
    }
}
