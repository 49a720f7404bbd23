package vn.toso.domain.storage;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import vn.toso.domain.storage.embedded.EmbeddedServer;
import vn.toso.domain.vault.Vault;

/**
 * Fresh databases for tests: in the memory of this JVM, or on the server that {@code TOSO_TEST_MONGODB_URI}
 * (environment, or system property of the same name) points to.
 */
public final class TestStore {

    private static final Optional<String> REAL_ENGINE = Optional.ofNullable(
                    System.getProperty("TOSO_TEST_MONGODB_URI", System.getenv("TOSO_TEST_MONGODB_URI")))
            .filter(uri -> !uri.isBlank());

    private TestStore() {}

    /** A store on an empty database of its own, which closing drops; {@code name} helps whoever looks at the server. */
    public static Store open(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
        String start = plain.substring(0, Math.min(plain.length(), 30));
        String database = "t_" + start + "_" + UUID.randomUUID().toString().substring(0, 8);
        return Store.connect(listenedTo(), database, vault(), "a test's database", () -> drop(database));
    }

    private static MongoClientSettings listenedTo() {
        return MongoClientSettings.builder(ClientSettings.of(new ConnectionString(uri())))
                .addCommandListener(Statements.HEARD)
                .build();
    }

    /** The same keys for all tests, and for the processes that they start. */
    public static Function<MongoDatabase, Vault> vault() {
        byte[] secret = new byte[64];
        new Random(64).nextBytes(secret);
        Vault vault = Vault.ofOneKey(secret);
        return database -> vault;
    }

    /** Whether {@link #open} uses a server with real secondary indexes, for tests that only make sense there. */
    public static boolean isRealEngine() {
        return REAL_ENGINE.isPresent();
    }

    /** The server behind {@link #open}, for tests that start other processes on it. */
    public static String uri() {
        return REAL_ENGINE.orElseGet(() -> InMemory.URI);
    }

    private static void drop(String database) {
        try (MongoClient client = MongoClients.create(uri())) {
            Mono.from(client.getDatabase(database).drop()).block(Duration.ofSeconds(20));
        }
    }

    private static final class InMemory {
        static final String URI = EmbeddedServer.inMemory().uri();
    }
}
