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
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.vault.Sealing;
import vn.toso.domain.vault.Vault;

/** The database: a MongoDB elsewhere, or the embedded one in the data folder. */
public final class Store implements AutoCloseable {

    private static final String DEFAULT_DATABASE = "toso";

    private final MongoClient client;
    private final MongoDatabase database;
    private final Vault vault;
    private final String description;
    private final Runnable afterwards;

    private Store(MongoClient client, MongoDatabase database, Vault vault, String description, Runnable afterwards) {
        this.client = client;
        this.database = database;
        this.vault = vault;
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
            return connect(uri, database -> Vault.of(database, settings.keys()::masters));
        }
        EmbeddedStore embedded = EmbeddedStore.start(settings);
        return connect(
                embedded.uri(),
                DEFAULT_DATABASE,
                database -> Vault.of(database, settings.keys()::masters),
                embedded.description(),
                embedded.stop());
    }

    /**
     * Like {@link #connect(String, Function)}, for who touches nothing that is sealed.
     *
     * @throws IllegalArgumentException if it is no MongoDB connection string
     */
    public static Store connect(String uri) {
        return connect(uri, database -> Vault.closed());
    }

    /**
     * Connects lazily: an unreachable server shows at the first statement, within three seconds.
     *
     * @param vault of a database
     * @throws IllegalArgumentException if it is no MongoDB connection string
     */
    public static Store connect(String uri, Function<MongoDatabase, Vault> vault) {
        ConnectionString connection = parsed(uri);
        String database = Optional.ofNullable(connection.getDatabase()).orElse(DEFAULT_DATABASE);
        String description = "MongoDB at " + String.join(", ", connection.getHosts()) + ", database " + database;
        return connect(uri, database, vault, description, () -> {});
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
    static Store connect(
            String uri, String name, Function<MongoDatabase, Vault> vault, String description, Runnable afterwards) {
        return connect(ClientSettings.of(new ConnectionString(uri)), name, vault, description, afterwards);
    }

    /** The same with settings of the caller's own. */
    static Store connect(
            MongoClientSettings settings,
            String name,
            Function<MongoDatabase, Vault> vault,
            String description,
            Runnable afterwards) {
        MongoClient client = MongoClients.create(settings);
        MongoDatabase database = client.getDatabase(name);
        return new Store(client, database, vault.apply(database), description, afterwards);
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
     * A collection of whose documents some values are sealed.
     *
     * @param readings further types that its documents are read as with what is sealed
     */
    public <T> MongoCollection<T> collection(String name, Class<T> type, Sealing sealing, Class<?>... readings) {
        Class<?>[] types = Stream.concat(Stream.of(type), Stream.of(readings)).toArray(Class<?>[]::new);
        vault.register(sealing, database.getCollection(name, BsonDocument.class));
        return collection(name, type).withCodecRegistry(sealing.over(database.getCodecRegistry(), vault, types));
    }

    /** What seals; to be opened before anything sealed is read or written. */
    public Vault vault() {
        return vault;
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
