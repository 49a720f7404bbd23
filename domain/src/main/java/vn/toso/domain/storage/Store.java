package vn.toso.domain.storage;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoConfigurationException;
import com.mongodb.client.model.IndexModel;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The database: a MongoDB elsewhere, or the embedded one in the data folder. */
public final class Store implements AutoCloseable {

    private static final String DEFAULT_DATABASE = "toso";

    private final MongoClient client;
    private final MongoDatabase database;
    private final String description;
    private final Runnable afterwards;

    private Store(MongoClient client, MongoDatabase database, String description, Runnable afterwards) {
        this.client = client;
        this.database = database;
        this.description = description;
        this.afterwards = afterwards;
    }

    /**
     * The MongoDB of the settings, or the embedded store of their data folder, which closing stops.
     *
     * @throws CannotOpenStore if the embedded store can't be opened
     */
    public static Store open(StorageSettings settings) {
        String uri = settings.mongodbUri();
        if (uri != null && !uri.isBlank()) {
            return connect(uri);
        }
        EmbeddedStore embedded = EmbeddedStore.start(settings);
        return connect(embedded.uri(), DEFAULT_DATABASE, embedded.description(), embedded.stop());
    }

    /**
     * Connects lazily: an unreachable server shows at the first statement, within three seconds.
     *
     * @throws IllegalArgumentException if it is no MongoDB connection string
     */
    public static Store connect(String uri) {
        ConnectionString connection = parsed(uri);
        String database = Optional.ofNullable(connection.getDatabase()).orElse(DEFAULT_DATABASE);
        String description = "MongoDB at " + String.join(", ", connection.getHosts()) + ", database " + database;
        return connect(uri, database, description, () -> {});
    }

    private static ConnectionString parsed(String uri) {
        try {
            return new ConnectionString(uri);
        } catch (MongoConfigurationException e) {
            // A mongodb+srv address whose names cannot be looked up.
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** @param afterwards what closing does once the client is closed */
    static Store connect(String uri, String database, String description, Runnable afterwards) {
        return connect(ClientSettings.of(new ConnectionString(uri)), database, description, afterwards);
    }

    /** The same with settings of the caller's own. */
    static Store connect(MongoClientSettings settings, String database, String description, Runnable afterwards) {
        MongoClient client = MongoClients.create(settings);
        return new Store(client, client.getDatabase(database), description, afterwards);
    }

    /** What runs and where its data lie, for people; no password in it. */
    public String description() {
        return description;
    }

    /** Whether a failure means that the database can't be reached or doesn't answer now, and may again later. */
    public static boolean isUnavailable(Throwable failure) {
        return Unavailability.is(failure);
    }

    public <T> MongoCollection<T> collection(String name, Class<T> type) {
        return database.getCollection(name, type);
    }

    /**
     * Creates what is missing of a collection's indexes; what is there already stays untouched. Takes as long as it
     * takes: minutes in a large collection.
     */
    public Mono<Void> createIndexes(String collection, List<IndexModel> indexes) {
        return indexes.isEmpty()
                ? Mono.empty()
                : Flux.from(database.getCollection(collection)
                                .withTimeout(0, TimeUnit.MILLISECONDS)
                                .createIndexes(indexes))
                        .then();
    }

    /** Completes when the server answers; fails when it can't be reached. */
    public Mono<Void> ping() {
        return Mono.from(database.runCommand(new Document("ping", 1))).then();
    }

    public MongoDatabase database() {
        return database;
    }

    @Override
    public void close() {
        client.close();
        afterwards.run();
    }
}
