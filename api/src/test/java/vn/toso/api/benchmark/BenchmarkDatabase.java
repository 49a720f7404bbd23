package vn.toso.api.benchmark;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** A database of one benchmark's own on the MongoDB that {@code toso.benchmark.uri} names; closing drops it. */
final class BenchmarkDatabase implements AutoCloseable {

    /** A million rows take their time. */
    private static final Duration LONGEST_DROP = Duration.ofMinutes(30);

    private final String server;
    private final String name = "toso_benchmark_" + UUID.randomUUID().toString().substring(0, 8);
    private final Path folder;
    private final MongoClient client;

    private BenchmarkDatabase(String server) throws IOException {
        this.server = server;
        this.folder = Files.createTempDirectory("toso-benchmark");
        this.client = MongoClients.create(server);
    }

    /** Ends the process with 2, and a sentence, where no MongoDB is named. */
    static BenchmarkDatabase open() throws IOException {
        // The driver's and Netty's lines at DEBUG, the default without Spring Boot, would cost more than what is
        // measured.
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        String server = System.getProperty("toso.benchmark.uri", "");
        if (server.isEmpty()) {
            System.err.println("Name a MongoDB to measure on: -Dtoso.benchmark.uri=mongodb://127.0.0.1:27017");
            System.exit(2);
        }
        return new BenchmarkDatabase(server);
    }

    /** By which the application comes to it. */
    String uri() {
        return server.replaceFirst("(mongodb(?:\\+srv)?://[^/]+)/?([^?]*)", "$1/" + name);
    }

    /** By which the bare driver does. */
    MongoDatabase mongo() {
        return client.getDatabase(name);
    }

    /** For what the application writes beside it. */
    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        Mono.from(mongo().drop()).block(LONGEST_DROP);
        client.close();
    }
}
