package vn.toso.api.benchmark;

import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The baseline of a write: the driver alone inserts copies of what the app stored. */
final class BareInserts {

    private static final Duration SOON = Duration.ofMinutes(1);

    private final MongoCollection<BsonDocument> copies;
    private final List<BsonDocument> originals;
    private final AtomicLong next = new AtomicLong(1);

    private BareInserts(MongoCollection<BsonDocument> copies, List<BsonDocument> originals) {
        this.copies = copies;
        this.originals = originals;
    }

    /** Copies of the latest document of a collection, without any index of it. */
    static BareInserts of(MongoDatabase database, String collection) {
        return new BareInserts(
                database.getCollection("bare_" + collection, BsonDocument.class), latest(database, collection, 1));
    }

    /** Copies of the latest documents of a collection, into one with the same indexes. */
    static BareInserts withIndexes(MongoDatabase database, String collection) {
        String name = "indexed_" + collection;
        List<BsonDocument> indexes = Flux.from(
                        database.getCollection(collection).listIndexes(BsonDocument.class))
                .filter(index -> !index.getString("name").getValue().equals("_id_"))
                .collectList()
                .block(SOON);
        if (!indexes.isEmpty()) {
            Mono.from(database.runCommand(new Document("createIndexes", name).append("indexes", indexes)))
                    .block(SOON);
        }
        return new BareInserts(database.getCollection(name, BsonDocument.class), latest(database, collection, 1_000));
    }

    private static List<BsonDocument> latest(MongoDatabase database, String collection, int howMany) {
        return Flux.from(database.getCollection(collection, BsonDocument.class)
                        .find()
                        .sort(new Document("_id", -1))
                        .limit(howMany))
                .collectList()
                .block(SOON);
    }

    Mono<?> insertOne() {
        return Mono.from(copies.insertOne(copy()));
    }

    /** Fifty at once, in no order. */
    Mono<?> insertFifty() {
        List<BsonDocument> fifty = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            fifty.add(copy());
        }
        return Mono.from(copies.insertMany(fifty, new InsertManyOptions().ordered(false)));
    }

    /** With the keys that must be its own. */
    private BsonDocument copy() {
        long number = next.getAndIncrement();
        BsonDocument copy = originals.get((int) (number % originals.size())).clone();
        UUID id = UUID.randomUUID();
        copy.put("_id", copy.isString("_id") ? new BsonString("visit:" + id + ":1") : new BsonBinary(id));
        if (copy.containsKey("seq")) {
            copy.put("seq", new BsonInt64(number));
        }
        return copy;
    }
}
