package vn.toso.api.simulation;

import static com.mongodb.client.model.Filters.nin;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.api.FreshDatabase;
import vn.toso.domain.change.ChangeFollower;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.Cursor;
import vn.toso.domain.change.Housekeeping;
import vn.toso.domain.check.CheckStore;
import vn.toso.domain.check.CheckStore.Checked;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.world.TestWorld;
import vn.toso.seed.phone.Transport.Answer;
import vn.toso.seed.phone.Transport.Request;

/** Two nodes over one database. */
final class Cluster implements AutoCloseable {

    static final int NODES = 2;

    private static final Duration SOON = Duration.ofSeconds(30);

    /** From a visit to its household, from there to coverage. */
    private static final int LONGEST_CHAIN = 2;

    /** What of an evening nobody needs who plays the next. */
    private static final List<String> OF_AN_EVENING = List.of(
            "households",
            "visits",
            "tasks",
            "notices",
            "coverage",
            "quarantine",
            "mutations",
            "sync_scopes",
            "teams",
            "members");

    private static final List<UUID> LASTING =
            TestWorld.AREAS.stream().map(area -> area.id().value()).toList();

    private final String uri = FreshDatabase.ofItsOwn(TestStore.uri());
    private final Path folder;
    private final Store store = Store.connect(uri);
    private final AtomicReferenceArray<SimulatedNode> nodes = new AtomicReferenceArray<>(NODES);
    private volatile boolean forgotten;
    private int deaths;

    /** @param folder of the nodes */
    Cluster(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        for (int i = 0; i < NODES; i++) {
            nodes.set(i, SimulatedNode.start(uri, folder));
        }
    }

    /** One of the nodes, to make a world with. */
    SimulatedNode first() {
        return nodes.get(0);
    }

    Stream<SimulatedNode> nodes() {
        return IntStream.range(0, NODES).mapToObj(nodes::get);
    }

    Answer send(int node, Request request, String token) throws IOException {
        return nodes.get(node).exchange(request, token);
    }

    /** Until there is another one, nobody listens there. */
    void kill(int node) {
        nodes.get(node).kill();
        deaths++;
    }

    void restart(int node) {
        nodes.set(node, SimulatedNode.start(uri, folder));
    }

    int deaths() {
        return deaths;
    }

    /** The log loses all but its latest entries, so that whoever was away for longer has to fetch everything anew. */
    void forget(Duration age) {
        forgotten = true;
        Housekeeping.forget(store, age).block(SOON);
    }

    /** Whether the log lost anything that somebody may miss. */
    boolean hasForgotten() {
        return forgotten;
    }

    /**
     * Returns when what died nodes left is logged, the listeners have handled what was written before, and what followed
     * from it, and each node knows of it.
     */
    void awaitCalm() throws InterruptedException {
        Housekeeping.sweep(store, first().bean(ChangeLog.class)).block(SOON);
        for (int link = 0; link < LONGEST_CHAIN; link++) {
            Instant asked = Instant.now();
            long deadline = System.nanoTime() + SOON.toNanos();
            while (handledUpTo().isBefore(asked) && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        long deadline = System.nanoTime() + SOON.toNanos();
        while (!everyNodeKnowsAll() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private boolean everyNodeKnowsAll() {
        Cursor end = Objects.requireNonNull(
                first().bean(ChangeLog.class).storedHead().block(SOON));
        return nodes().allMatch(node -> node.bean(ChangeLog.class).knownHead().covers(end));
    }

    /** Of each listener the node knows best on which it runs. */
    private Instant handledUpTo() {
        Map<String, Instant> latest = new HashMap<>();
        nodes().forEach(node -> node.beans(ChangeFollower.class)
                .forEach((name, follower) ->
                        latest.merge(name, follower.asOf(), (one, other) -> one.isAfter(other) ? one : other)));
        return Collections.min(latest.values());
    }

    /** What an operator would find with {@code toso.check}. */
    List<String> contradictions() {
        return Objects.requireNonNull(first().bean(CheckStore.class)
                .run()
                .flatMapIterable(Checked::broken)
                .map(broken -> broken.document() + " " + broken.contradiction())
                .collectList()
                .block(SOON));
    }

    /** Makes room: evenings cost the more, the more lies around of those before. */
    void clear() {
        Housekeeping.forget(store, Duration.ZERO).block(SOON);
        Flux.fromIterable(OF_AN_EVENING)
                .concatMap(name -> database().getCollection(name).deleteMany(new Document()))
                .thenMany(database().getCollection("areas").deleteMany(nin("_id", LASTING)))
                .then()
                .block(SOON);
        forgotten = false;
    }

    /** The database, to look into past the nodes. */
    MongoDatabase database() {
        return store.database();
    }

    @Override
    public void close() {
        nodes().forEach(SimulatedNode::stop);
        Mono.from(database().drop()).block(SOON);
        store.close();
    }
}
