package vn.toso.domain.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import vn.toso.domain.storage.embedded.EmbeddedServer;

/** A server that is gone or frozen fails statements in time, is told apart from a wrong statement, and may come back. */
class UnavailableServerTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** The first statement of a JVM loads the driver's classes. */
    @BeforeAll
    static void warmUp() {
        try (Store store = TestStore.open("warm")) {
            count(store);
        }
    }

    @Test
    void a_server_that_is_not_there_fails_within_three_seconds() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try (Store store = Store.connect("mongodb://127.0.0.1:" + port + "/")) {
            assertUnavailableWithin(store, 3000);
        }
    }

    @Test
    void a_server_that_never_answers_fails_within_three_seconds() throws Exception {
        try (ServerSocket silent = new ServerSocket(0);
                Store store = Store.connect("mongodb://127.0.0.1:" + silent.getLocalPort() + "/")) {
            assertUnavailableWithin(store, 3000);
        }
    }

    @Test
    void a_server_that_freezes_does_not_hold_a_statement_and_may_thaw() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.inMemory();
                Forwarder way = new Forwarder(0, EmbeddedServers.portOf(server));
                Store store = Store.connect("mongodb://127.0.0.1:" + way.port() + "/?socketTimeoutMS=1000")) {
            count(store);
            way.freeze();
            assertUnavailableWithin(store, 5000);

            way.resume();
            way.cut();
            way.resume();
            assertComesBack(store);
        }
    }

    @Test
    void a_server_that_goes_away_and_comes_back_is_used_again() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.inMemory();
                Forwarder way = new Forwarder(0, EmbeddedServers.portOf(server));
                Store store = Store.connect("mongodb://127.0.0.1:" + way.port() + "/")) {
            count(store);
            way.cut();
            assertUnavailableWithin(store, 3000);

            way.resume();
            assertComesBack(store);
        }
    }

    @Test
    void a_wrong_statement_is_no_missing_server() {
        try (Store store = TestStore.open("wrong")) {
            store.createIndexes(
                            "things",
                            List.of(new IndexModel(Indexes.ascending("name"), new IndexOptions().unique(true))))
                    .block(LONGEST);
            insert(store, "Bản Na");

            assertThat(catchThrowable(() -> insert(store, "Bản Na")))
                    .isNotNull()
                    .matches(failure -> !Store.isUnavailable(failure));
            assertThat(catchThrowable(() -> Mono.from(store.database().runCommand(new Document("nonsense", 1)))
                            .block(LONGEST)))
                    .isNotNull()
                    .matches(failure -> !Store.isUnavailable(failure));
        }
    }

    private static void assertUnavailableWithin(Store store, long milliseconds) {
        long start = System.nanoTime();
        Throwable failure = catchThrowable(() -> count(store));
        long took = (System.nanoTime() - start) / 1_000_000;
        assertThat(failure).isNotNull().matches(Store::isUnavailable);
        assertThat(took).isLessThan(milliseconds);
    }

    private static void assertComesBack(Store store) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (catchThrowable(() -> count(store)) != null) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private static void count(Store store) {
        Mono.from(store.collection("things", Document.class).countDocuments()).block(LONGEST);
    }

    private static void insert(Store store, String name) {
        Mono.from(store.collection("things", Document.class).insertOne(new Document("name", name)))
                .block(LONGEST);
    }
}
