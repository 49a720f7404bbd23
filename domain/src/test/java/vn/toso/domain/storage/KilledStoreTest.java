package vn.toso.domain.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The promise of the embedded store: what was acknowledged outlives {@code kill -9}. */
class KilledStoreTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int KILLS = 10;

    @TempDir
    Path folder;

    private final Set<UUID> inserted = new HashSet<>();
    private final Map<String, Integer> counted = new HashMap<>();

    @Test
    void acknowledged_writes_survive_ten_kills_on_the_same_folder() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 1; round <= KILLS; round++) {
            String moment = "round " + round + " of seed " + seed;
            counted.clear();
            int before = inserted.size();
            writeUntilKilled(8 + random.nextInt(33), 50 + random.nextInt(700));
            assertThat(inserted).as(moment).hasSizeGreaterThan(before);

            try (Store store = Store.open(new StorageSettings(null, folder, null))) {
                assertThat(ids(store)).as(moment).containsAll(inserted);
                counted.forEach((name, value) ->
                        assertThat(counter(store, name)).as(moment).isGreaterThanOrEqualTo(value));
                assertIndexesAgree(store, moment);
            }
        }
    }

    private void writeUntilKilled(int writers, int milliseconds) throws Exception {
        try (ChildProcess child =
                ChildProcess.start(EmbeddedWriter.class, folder.toString(), Integer.toString(writers))) {
            child.awaitLine("insert");
            TimeUnit.MILLISECONDS.sleep(milliseconds);
            child.kill();
            child.printed().forEach(this::note);
        }
    }

    private void note(String line) {
        String[] words = line.split(" ", -1);
        if (words[0].equals("insert")) {
            inserted.add(UUID.fromString(words[1]));
        } else if (words[0].equals("counter")) {
            counted.merge(words[1], Integer.parseInt(words[2]), Math::max);
        }
    }

    private static Set<UUID> ids(Store store) {
        return new HashSet<>(visits(store).stream()
                .map(visit -> visit.get("_id", UUID.class))
                .toList());
    }

    private static List<Document> visits(Store store) {
        return Flux.from(store.collection("visits", Document.class).find())
                .collectList()
                .block(SOON);
    }

    private static int counter(Store store, String name) {
        return Mono.from(store.collection("counters", Document.class).find(Filters.eq("_id", name)))
                .block(SOON)
                .getInteger("value");
    }

    private static void assertIndexesAgree(Store store, String moment) {
        MongoCollection<Document> visits = store.collection("visits", Document.class);
        List<Document> all = visits(store);
        List<Document> byHamlet = Flux.range(0, 5)
                .concatMap(i -> visits.find(Filters.eq("hamlet", "hamlet-" + i)))
                .collectList()
                .block(SOON);
        List<Document> byNumber = Flux.fromIterable(all)
                .concatMap(visit -> visits.find(Filters.eq("number", visit.get("number"))))
                .collectList()
                .block(SOON);
        assertThat(byHamlet).as(moment).containsExactlyInAnyOrderElementsOf(all);
        assertThat(byNumber).as(moment).isEqualTo(all);
    }
}
