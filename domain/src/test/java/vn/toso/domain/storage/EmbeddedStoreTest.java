package vn.toso.domain.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.storage.CannotOpenStore.Reason;

class EmbeddedStoreTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private StorageSettings settings() {
        return new StorageSettings(null, folder, null);
    }

    @Test
    void a_uri_goes_before_the_embedded_store() {
        try (Store store = Store.open(new StorageSettings("mongodb://somebody:secret@127.0.0.1:1/", folder, null))) {
            assertThat(store.description()).contains("127.0.0.1:1").doesNotContain("secret");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_was_written_is_there_after_a_restart() {
        List<Document> written = IntStream.range(0, 2000)
                .mapToObj(i -> new Document("_id", new UUID(i, i)).append("number", i))
                .toList();
        try (Store store = Store.open(settings())) {
            Mono.from(things(store).insertMany(written)).block(SOON);
        }

        try (Store store = Store.open(settings())) {
            assertThat(Flux.from(things(store).find().sort(new Document("number", 1)))
                            .collectList()
                            .block(SOON))
                    .isEqualTo(written);
        }
    }

    @Test
    void it_says_where_its_file_lies() {
        try (Store store = Store.open(settings())) {
            assertThat(store.description())
                    .isEqualTo("embedded server in the JVM, file "
                            + folder.toAbsolutePath().normalize().resolve("toso.mv.db"));
        }
    }

    @Test
    void a_folder_serves_one_store_at_a_time() {
        try (Store held = Store.open(settings())) {
            assertThat(held.description()).isNotEmpty();
            assertThatThrownBy(() -> Store.open(settings()))
                    .asInstanceOf(type(CannotOpenStore.class))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.FOLDER_IN_USE))
                    .satisfies(e -> assertThat(e).hasMessageContaining(folder.toString()));
        }
        Store.open(settings()).close();
    }

    @Test
    void another_process_on_the_folder_is_named() throws Exception {
        try (ChildProcess child = ChildProcess.start(EmbeddedWriter.class, folder.toString(), "0")) {
            child.awaitLine("open");

            assertThatThrownBy(() -> Store.open(settings()))
                    .asInstanceOf(type(CannotOpenStore.class))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.FOLDER_IN_USE))
                    .satisfies(e -> assertThat(e)
                            .hasMessageContaining(folder.toString())
                            .hasMessageContaining("process " + child.pid())
                            .hasMessageContaining("toso.data-dir"));

            child.kill();
            Store.open(settings()).close();
        }
    }

    @Test
    void a_file_of_something_else_is_not_overwritten() throws IOException {
        byte[] letter = "Kính gửi Tổ công nghệ số cộng đồng. ".repeat(1000).getBytes(UTF_8);
        Files.write(folder.resolve("toso.mv.db"), letter);

        assertThatThrownBy(() -> Store.open(settings()))
                .asInstanceOf(type(CannotOpenStore.class))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.FILE_DAMAGED));
        assertThat(Files.readAllBytes(folder.resolve("toso.mv.db"))).isEqualTo(letter);
    }

    @Test
    void a_file_of_a_later_format_is_refused() {
        Store.open(settings()).close();
        try (MVStore later = MVStore.open(folder.resolve("toso.mv.db").toString())) {
            later.setStoreVersion(1000);
        }

        assertThatThrownBy(() -> Store.open(settings()))
                .asInstanceOf(type(CannotOpenStore.class))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.FILE_TOO_NEW));
    }

    @Test
    void a_folder_that_cannot_be_made_is_said() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> Store.open(new StorageSettings(null, file.resolve("below"), null)))
                .asInstanceOf(type(CannotOpenStore.class))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.FOLDER_NOT_USABLE));
    }

    private static MongoCollection<Document> things(Store store) {
        return store.collection("things", Document.class);
    }
}
