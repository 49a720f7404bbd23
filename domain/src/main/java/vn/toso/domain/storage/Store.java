package vn.toso.domain.storage;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.IndexModel;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The database: a MongoDB elsewhere, or the embedded one in the data folder. */
public final class Store implements AutoCloseable {

    private static final String DEFAULT_DATABASE = "toso";

    private final MongoClient client;
    private final MongoDatabase database;
    private final Runnable afterwards;

    private Store(MongoClient client, MongoDatabase database, Runnable afterwards) {
        this.client = client;
        this.database = database;
        this.afterwards = afterwards;
    }

    /** Connects lazily: an unreachable server shows at the first statement, within three seconds. */
    public static Store connect(String uri) {
        String database =
                Optional.ofNullable(new ConnectionString(uri).getDatabase()).orElse(DEFAULT_DATABASE);
        return connect(uri, database, () -> {});
    }

    /** @param afterwards what closing does once the client is closed */
    static Store connect(String uri, String database, Runnable afterwards) {
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .codecRegistry(Codecs.registry())
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .readConcern(ReadConcern.MAJORITY)
                .writeConcern(WriteConcern.MAJORITY)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(2500, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(2, TimeUnit.SECONDS))
                .build();
        MongoClient client = MongoClients.create(settings);
        return new Store(client, client.getDatabase(database), afterwards);
    }

    public <T> MongoCollection<T> collection(String name, Class<T> type) {
        return database.getCollection(name, type);
    }

    /** Creates what is missing of a collection's indexes; what is there already stays untouched. */
    public Mono<Void> createIndexes(String collection, List<IndexModel> indexes) {
        return indexes.isEmpty()
                ? Mono.empty()
                : Flux.from(database.getCollection(collection).createIndexes(indexes))
                        .then();
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
