package vn.toso.domain.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.storage.Store;

class FullDiskTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void what_does_not_fit_is_not_acknowledged_and_what_was_is_kept() {
        FilePath.register(new FullDisk());
        Path file = folder.resolve("toso.mv.db");
        Set<UUID> acknowledged = new HashSet<>();
        FullDisk.ROOM.set(400_000);
        try (EmbeddedServer server = EmbeddedServer.open(Path.of(FullDisk.SCHEME + ":" + file));
                Store store = Store.connect(server.uri())) {
            Throwable failure = catchThrowable(() -> fill(store, acknowledged));
            assertThat(failure).isNotNull().matches(Store::isUnavailable).hasMessageContaining("No space left");
            assertThat(catchThrowable(() -> ids(store)))
                    .as("a reader isn't shown what may be lost")
                    .matches(Store::isUnavailable);
        } finally {
            FullDisk.ROOM.set(Long.MAX_VALUE);
        }
        assertThat(acknowledged).isNotEmpty();

        try (EmbeddedServer server = EmbeddedServer.open(file);
                Store store = Store.connect(server.uri())) {
            assertThat(ids(store)).containsAll(acknowledged);
        }
    }

    private static void fill(Store store, Set<UUID> acknowledged) {
        for (int i = 0; i < 10_000; i++) {
            UUID id = UUID.randomUUID();
            Mono.from(visits(store).insertOne(new Document("_id", id).append("note", "ghi chú " + i)))
                    .block(SOON);
            acknowledged.add(id);
        }
    }

    private static Set<UUID> ids(Store store) {
        return Flux.from(visits(store).find())
                .map(visit -> visit.get("_id", UUID.class))
                .collect(Collectors.toSet())
                .block(SOON);
    }

    private static MongoCollection<Document> visits(Store store) {
        return store.collection("visits", Document.class);
    }
}
