package vn.toso.domain.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static vn.toso.domain.world.WorkingWorld.await;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.audit.VerifyTrail.Fault;
import vn.toso.domain.audit.VerifyTrail.Report;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.TestWorld;

/** The audit of one node in a fresh database, and somebody who tampers with it. */
final class AuditWorld implements AutoCloseable {

    static final Actor OFFICER = TestWorld.actor(TestWorld.DATA_OFFICER);
    static final Actor LAN = TestWorld.actor(TestWorld.LAN);

    private static final IdSource IDS = IdSource.timeOrdered();

    final MovingClock clock = new MovingClock();
    final AuditKey key = AuditKey.make();
    final Store store;
    final AuditEntries entries;
    final Trail trail;
    final Checkpoints checkpoints;

    private AuditWorld(Store store) {
        this.store = store;
        entries = new AuditEntries(store);
        await(entries.createIndexes());
        trail = anotherTrail();
        checkpoints = checkpointsOf(trail);
    }

    static AuditWorld open(String name) {
        return new AuditWorld(TestStore.open(name));
    }

    Trail anotherTrail() {
        return new Trail(entries, IDS);
    }

    Checkpoints checkpointsOf(Trail node) {
        return new Checkpoints(store, entries, node, key, clock);
    }

    Deed deed() {
        return deed(LAN, List.of(IDS.next()));
    }

    Deed deed(Actor who, List<UUID> entities) {
        return Deed.of(who, AuditAction.READ, "GET /v1/households/{id}", entities, IDS.next(), clock.instant());
    }

    /** The chain of that many entries, which a checkpoint knows. */
    UUID writtenAndSigned(int many) {
        List<Deed> deeds = Stream.generate(this::deed).limit(many).toList();
        await(trail.write(deeds));
        UUID chain = trail.unsealed().get(0).chain();
        await(checkpoints.run());
        return chain;
    }

    /** Where a chain stood at a position. */
    Link link(UUID chain, long seq) {
        return await(entries.at(chain, seq)).link();
    }

    void tamper(UUID chain, long seq, Bson change) {
        await(Mono.from(documents().updateOne(place(chain, seq), change)));
    }

    void takeOut(UUID chain, long seq) {
        await(Mono.from(documents().deleteOne(place(chain, seq))));
    }

    static Bson place(UUID chain, long seq) {
        return and(eq("chain", chain), eq("seq", seq));
    }

    MongoCollection<Document> documents() {
        return store.collection(AuditEntries.NAME, Document.class);
    }

    List<Checkpoint> signed() {
        return await(checkpoints.behind(0).collectList());
    }

    VerifyTrail verifying() {
        return new VerifyTrail(entries, checkpoints, key);
    }

    Report verify() {
        return await(verifying().verify(OFFICER, null, VerifyTrail.MOST, null));
    }

    List<Fault> faults() {
        return verify().faults();
    }

    @Override
    public void close() {
        store.close();
    }
}
