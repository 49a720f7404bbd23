package vn.toso.domain.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.audit.VerifyTrail.Fault;
import vn.toso.domain.audit.VerifyTrail.Report;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.storage.Invariant.Broken;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.TestWorld;

/** What is written down stays as it was written, or shows that it didn't. */
class AuditTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final IdSource IDS = IdSource.timeOrdered();
    private static final Actor OFFICER = TestWorld.actor(TestWorld.DATA_OFFICER);
    private static final Actor LAN = TestWorld.actor(TestWorld.LAN);

    private final MovingClock clock = new MovingClock();
    private final AuditKey key = AuditKey.make();
    private Store store;
    private AuditEntries entries;
    private Trail trail;
    private Checkpoints checkpoints;

    @BeforeEach
    void open() {
        store = TestStore.open(getClass().getSimpleName());
        entries = new AuditEntries(store);
        await(entries.createIndexes());
        trail = new Trail(entries, IDS);
        checkpoints = new Checkpoints(store, entries, trail, key, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void what_is_told_twice_is_written_once() {
        Deed deed = deed(LAN, List.of());
        Deed other = deed(LAN, List.of());
        await(trail.write(List.of(deed)));
        await(trail.write(List.of(other, deed, deed(LAN, List.of()))));
        await(new Trail(entries, IDS).write(List.of(deed, other)));

        assertThat(list(new AuditEntries.Filter(null, null, null, null))).hasSize(3);
        assertThat(verify().faults()).isEmpty();
    }

    @Test
    void an_untouched_audit_is_intact_in_one_look_and_in_many() {
        twoNodesWriteAtOnce();

        assertThat(verify().faults()).isEmpty();
        assertThat(verify().entries()).isEqualTo(400);
        long looked = 0;
        String after = null;
        do {
            Report part = await(verifying().verify(OFFICER, null, 33, after));
            assertThat(part.faults()).isEmpty();
            looked += part.entries();
            after = part.next();
        } while (after != null);
        assertThat(looked).isEqualTo(400);
    }

    /** Each on a chain of its own: neither waits for the other. */
    private void twoNodesWriteAtOnce() {
        Trail second = new Trail(entries, IDS);
        Checkpoints others = new Checkpoints(store, entries, second, key, clock);
        Flux<Void> writes = Flux.range(0, 400)
                .flatMap(i -> (i % 2 == 0 ? trail : second).write(List.of(deed(LAN, List.of(UUID.randomUUID())))), 32);
        await(writes.then());
        await(Mono.when(checkpoints.run(), others.run()));
        assertThat(chains()).hasSize(2);
    }

    private List<UUID> chains() {
        return await(entries.chainsSince(Instant.EPOCH).collectList());
    }

    @Test
    void a_changed_entry_is_found_whatever_was_changed() {
        for (Bson change : List.of(
                set("member", OFFICER.memberId().value()),
                set("at", TestWorld.NOW.minusSeconds(5)),
                set("action", "CHANGED"),
                set("operation", "GET /v1/me"),
                set("entities", List.of(UUID.randomUUID())),
                set("outcome", "forbidden"),
                set("device", UUID.randomUUID()),
                set("hash", AuditEntry.sha256("another")))) {
            UUID chain = writtenAndSigned(5);
            tamper(chain, 3, change);

            assertThat(verify().faults()).as("after %s", change).anyMatch(fault -> chain.equals(fault.chain()));
            store.close();
            open();
        }
    }

    @Test
    void a_changed_entry_with_a_new_hash_is_found_at_the_next() {
        UUID chain = writtenAndSigned(5);
        AuditEntry old = await(entries.at(chain, 3));
        Link before = await(entries.at(chain, 2)).link();
        Deed other =
                new Deed(old.id(), old.at(), old.action(), old.operation(), OFFICER.memberId(), null, List.of(), null);
        AuditEntry forged = AuditEntry.behind(before, other);
        tamper(
                chain,
                3,
                combine(
                        set("member", OFFICER.memberId().value()),
                        set("entities", List.of()),
                        set("hash", forged.hash())));

        assertThat(verify().faults()).containsExactly(Fault.of("changed", chain, 4));
    }

    @Test
    void the_first_a_middle_and_the_last_entry_cannot_be_taken_out() {
        assertThat(afterTakingOut(1)).containsExactly("missing 1");
        assertThat(afterTakingOut(3)).containsExactly("missing 3");
        assertThat(afterTakingOut(5)).containsExactly("cut 5");
    }

    private List<String> afterTakingOut(long seq) {
        UUID chain = writtenAndSigned(5);
        await(Mono.from(documents().deleteOne(and(eq("chain", chain), eq("seq", seq)))));
        List<String> found = verify().faults().stream()
                .filter(fault -> chain.equals(fault.chain()))
                .map(fault -> fault.kind() + " " + fault.seq())
                .toList();
        return found;
    }

    @Test
    void a_whole_chain_cannot_be_taken_out() {
        UUID chain = writtenAndSigned(5);
        await(Mono.from(documents().deleteMany(eq("chain", chain))));

        assertThat(verify().faults()).containsExactly(Fault.of("cut", chain, 5));
        assertThat(await(new AuditIsWhole(verifying()).broken().collectList()))
                .containsExactly(new Broken("audit " + chain + " 5", "is cut"));
    }

    @Test
    void checkpoints_cannot_be_changed_taken_out_or_made_by_another_key() {
        writtenAndSigned(2);
        writtenAndSigned(2);
        writtenAndSigned(2);
        var signed = store.collection("audit_checkpoints", Document.class);
        await(Mono.from(signed.updateOne(eq("_id", 2L), set("at", TestWorld.NOW.minusSeconds(9)))));
        assertThat(kinds()).containsExactly("checkpoint-changed");
        await(Mono.from(signed.deleteOne(eq("_id", 2L))));
        assertThat(kinds()).containsExactly("checkpoint-missing");
        await(Mono.from(signed.deleteMany(new Document())));
        await(new Checkpoints(store, entries, trail, AuditKey.make(), clock).run());
        assertThat(kinds()).containsExactly("checkpoint-of-another-key");
    }

    @Test
    void a_database_set_back_as_a_whole_is_found_by_who_noted_a_checkpoint() {
        writtenAndSigned(2);
        UUID later = writtenAndSigned(2);
        String noted = verify().head().hash();
        await(Mono.from(documents().deleteMany(eq("chain", later))));
        await(Mono.from(store.collection("audit_checkpoints", Document.class).deleteOne(eq("_id", 2L))));

        assertThat(kinds()).isEmpty();
        assertThat(await(verifying().verify(OFFICER, noted, 100, null)).faults())
                .containsExactly(Fault.of("checkpoint-unknown", null, 0));
    }

    @Test
    void the_end_of_a_node_that_died_is_signed_by_another() {
        UUID chain = written(4);
        Trail another = new Trail(entries, IDS);
        await(new Checkpoints(store, entries, another, key, clock).run());
        await(Mono.from(documents().deleteOne(and(eq("chain", chain), eq("seq", 4)))));

        assertThat(verify().faults()).containsExactly(Fault.of("cut", chain, 4));
    }

    @Test
    void retention_takes_what_is_old_and_nothing_else_may_pass_for_it() {
        UUID old = writtenAndSigned(3);
        clock.advance(AuditSettings.SHIPPED.kept().minusDays(1));
        await(trail.write(List.of(deed(LAN, List.of()), deed(LAN, List.of()))));
        await(checkpoints.run());
        clock.advance(Duration.ofDays(2));
        TrimTrail trim = new TrimTrail(entries, checkpoints, new AuditRules(store, clock), clock);

        assertThat(await(trim.run())).isEqualTo(1);
        assertThat(list(new AuditEntries.Filter(null, null, null, null))).hasSize(2);
        assertThat(verify().faults()).isEmpty();
        assertThat(await(trim.run())).isZero();
        await(Mono.from(documents().deleteOne(and(eq("chain", old), eq("seq", 4)))));
        assertThat(verify().faults()).containsExactly(Fault.of("missing", old, 4));
    }

    /** Entries on a chain of their own. */
    private UUID written(int many) {
        trail = new Trail(entries, IDS);
        checkpoints = new Checkpoints(store, entries, trail, key, clock);
        for (int i = 0; i < many; i++) {
            await(trail.write(List.of(deed(LAN, List.of(UUID.randomUUID())))));
        }
        return trail.unsealed().get(0).chain();
    }

    private UUID writtenAndSigned(int many) {
        UUID chain = written(many);
        await(checkpoints.run());
        return chain;
    }

    private Deed deed(Actor who, List<UUID> entities) {
        return Deed.of(who, AuditAction.READ, "GET /v1/households/{id}", entities, IDS.next(), clock.instant());
    }

    private void tamper(UUID chain, long seq, Bson change) {
        await(Mono.from(documents().updateOne(and(eq("chain", chain), eq("seq", seq)), change)));
    }

    private MongoCollection<Document> documents() {
        return store.collection(AuditEntries.NAME, Document.class);
    }

    private List<String> list(AuditEntries.Filter filter) {
        return await(entries.page(OFFICER, filter, 100, null)).items().stream()
                .map(AuditEntry::id)
                .toList();
    }

    private List<String> kinds() {
        return verify().faults().stream().map(Fault::kind).toList();
    }

    private Report verify() {
        return await(verifying().verify(OFFICER, null, VerifyTrail.MOST, null));
    }

    private VerifyTrail verifying() {
        return new VerifyTrail(entries, checkpoints, key);
    }

    private static <T> T await(Mono<T> what) {
        return what.block(SOON);
    }
}
