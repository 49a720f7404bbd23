package vn.toso.api.simulation;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import reactor.core.publisher.Mono;
import vn.toso.api.FreshDatabase;
import vn.toso.domain.change.ChangeFollower;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.seed.phone.Transport.Answer;
import vn.toso.seed.phone.Transport.Request;

/** Two nodes over one database. */
final class Cluster implements AutoCloseable {

    static final int NODES = 2;

    /** From a visit to its household, from there to coverage. */
    private static final int LONGEST_CHAIN = 2;

    private final String uri = FreshDatabase.ofItsOwn(TestStore.uri());
    private final Path folder;
    private final Store store = Store.connect(uri);
    private final AtomicReferenceArray<SimulatedNode> nodes = new AtomicReferenceArray<>(NODES);

    /** @param folder where the key lies that signs tokens: with the same one they are good at every cluster */
    Cluster(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        nodes.set(0, SimulatedNode.start(uri, folder));
    }

    /** The node that is there first, to make a world with. */
    SimulatedNode first() {
        return nodes.get(0);
    }

    void startSecond() {
        nodes.set(1, SimulatedNode.start(uri, folder));
    }

    Answer send(int node, Request request, String token) throws IOException {
        return nodes.get(node).exchange(request, token);
    }

    /** Until the new one is up, nobody listens there. */
    void killAndRestart(int node) {
        nodes.get(node).kill();
        nodes.set(node, SimulatedNode.start(uri, folder));
    }

    /** Returns when the listeners of the change log have handled what was written before, and what followed from it. */
    void awaitCalm() throws InterruptedException {
        for (int link = 0; link < LONGEST_CHAIN; link++) {
            Instant asked = Instant.now();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (handledUpTo().isBefore(asked) && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    /** Of each listener the node knows best on which it runs. */
    private Instant handledUpTo() {
        Map<String, Instant> latest = new HashMap<>();
        for (int i = 0; i < NODES; i++) {
            nodes.get(i)
                    .beans(ChangeFollower.class)
                    .forEach((name, follower) ->
                            latest.merge(name, follower.asOf(), (one, other) -> one.isAfter(other) ? one : other));
        }
        return Collections.min(latest.values());
    }

    /** The database, to look into past the nodes. */
    MongoDatabase database() {
        return store.database();
    }

    @Override
    public void close() {
        for (int i = 0; i < NODES; i++) {
            if (nodes.get(i) != null) {
                nodes.get(i).stop();
            }
        }
        Mono.from(database().drop()).block(Duration.ofSeconds(20));
        store.close();
    }
}
