package vn.toso.domain.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.storage.CannotOpenStore.Reason;

/** Which engine runs on the data folder. The mongod here is a stand-in. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in is a shell script")
class EmbeddedMongodTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @TempDir
    Path programs;

    private StorageSettings with(@Nullable String mongod) {
        return new StorageSettings(null, folder, mongod);
    }

    private List<String> arguments() throws IOException {
        return Files.readAllLines(folder.resolve("mongod/data/arguments"));
    }

    @Test
    void a_mongod_runs_on_the_folder_with_its_journal_on_loopback_only() throws Exception {
        String program = FakeMongod.program(programs).toString();
        try (Store store = Store.open(with(program))) {
            assertThat(store.description()).startsWith("embedded mongod").contains(program, folder.toString());
            insert(store, "Bản Na");
        }
        assertThat(arguments())
                .containsSubsequence("--dbpath", folder.resolve("mongod/data").toString())
                .containsSubsequence("--bind_ip", "127.0.0.1")
                .noneMatch(
                        word -> word.contains("nojournal") || word.contains("syncdelay") || word.contains("replSet"));

        try (Store store = Store.open(with(program))) {
            assertThat(names(store)).containsExactly("Bản Na");
        }
    }

    @Test
    void closing_stops_it() throws Exception {
        Store.open(with(FakeMongod.program(programs).toString())).close();
        assertStopped();
    }

    @Test
    void a_mongod_left_behind_by_a_killed_process_is_stopped_first() throws Exception {
        String program = FakeMongod.program(programs).toString();
        try (ChildProcess child = ChildProcess.start(MongodOwner.class, folder.toString(), program)) {
            child.awaitLine("open");
        }
        assertThat(leftOver()).isPresent();

        try (Store store = Store.open(with(program))) {
            assertThat(names(store)).containsExactly("of the killed one");
        }
        assertStopped();
    }

    @Test
    void without_a_program_the_server_in_the_jvm_serves_and_the_reason_is_said() {
        try (Store store = Store.open(with(programs.resolve("nowhere").toString()))) {
            assertThat(store.description())
                    .startsWith("embedded server in the JVM")
                    .contains("no mongod could be started", "nowhere");
            insert(store, "Bản Na");
        }
    }

    @Test
    void a_program_that_fails_is_no_mongod_and_its_words_are_told() throws Exception {
        Path broken = FakeMongod.script(
                programs, "echo 'error while loading shared libraries: libcrypto.so.3' >&2; exit 127");
        try (Store store = Store.open(with(broken.toString()))) {
            assertThat(store.description())
                    .startsWith("embedded server in the JVM")
                    .contains("libcrypto.so.3");
        }
    }

    @Test
    void a_download_that_fails_is_no_mongod() throws Exception {
        HttpServer nothing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        nothing.start();
        System.setProperty(
                "de.flapdoodle.embed.mongo.baseUrl",
                "http://127.0.0.1:" + nothing.getAddress().getPort());
        try (Store store = Store.open(with("auto"))) {
            assertThat(store.description())
                    .startsWith("embedded server in the JVM")
                    .contains("no mongod could be started");
        } finally {
            System.clearProperty("de.flapdoodle.embed.mongo.baseUrl");
            nothing.stop(0);
        }
    }

    @Test
    void data_of_the_server_in_the_jvm_stay_in_use_when_a_mongod_can_be_had_later() throws Exception {
        try (Store store = Store.open(with(null))) {
            insert(store, "Bản Na");
        }
        try (Store store = Store.open(with(FakeMongod.program(programs).toString()))) {
            assertThat(store.description())
                    .startsWith("embedded server in the JVM")
                    .contains("the mongod that is set isn't started");
            assertThat(names(store)).containsExactly("Bản Na");
        }
    }

    @Test
    void data_of_a_mongod_are_never_replaced_by_an_empty_store() throws Exception {
        Store.open(with(FakeMongod.program(programs).toString())).close();

        assertRefused(null);
        assertRefused(programs.resolve("nowhere").toString());
        assertThat(folder.resolve("toso.mv.db")).doesNotExist();
    }

    private void assertRefused(@Nullable String mongod) {
        assertThatThrownBy(() -> Store.open(with(mongod)))
                .asInstanceOf(type(CannotOpenStore.class))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NO_MONGOD_FOR_ITS_DATA))
                .satisfies(e -> assertThat(e).hasMessageContaining("toso.embedded.mongod"));
    }

    private void assertStopped() throws Exception {
        Optional<ProcessHandle> ending = leftOver();
        if (ending.isPresent()) {
            ending.get().onExit().get(SOON.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private Optional<ProcessHandle> leftOver() throws IOException {
        String number =
                Files.readString(folder.resolve("mongod/data/mongod.lock")).strip();
        return ProcessHandle.of(Long.parseLong(number)).filter(ProcessHandle::isAlive);
    }

    private static void insert(Store store, String name) {
        Mono.from(store.collection("things", Document.class).insertOne(new Document("name", name)))
                .block(SOON);
    }

    private static List<String> names(Store store) {
        return Flux.from(store.collection("things", Document.class).find())
                .map(thing -> thing.getString("name"))
                .collectList()
                .block(SOON);
    }

    /** Opens a store on a mongod and waits to be killed. */
    static final class MongodOwner {
        private MongodOwner() {}

        public static void main(String[] arguments) throws InterruptedException {
            Store store = Store.open(new StorageSettings(null, Path.of(arguments[0]), arguments[1]));
            insert(store, "of the killed one");
            System.out.println("open");
            Thread.sleep(SOON.toMillis());
        }
    }
}
