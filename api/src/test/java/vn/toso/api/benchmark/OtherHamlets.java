package vn.toso.api.benchmark;

import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Fills a store with what the people of other hamlets did: copies of all that there is, with ids, hamlets and households
 * of their own, written past the app. They are as old as what the app's sweep is done with, and their entries stand in
 * streams that no node follows: they are there, and cost whoever reads past them, but nothing happens because of them.
 */
final class OtherHamlets {

    private static final int BATCH = 1_000;
    private static final int AT_A_TIME = 2;
    private static final List<String> KINDS = List.of("households", "visits", "tasks", "changes");
    private static final long LONG_AGO = 946_684_800_000L;
    private static final int FIRST_STREAM = 100_000;

    private final MongoDatabase database;

    OtherHamlets(MongoDatabase database) {
        this.database = database;
    }

    long count() {
        return KINDS.stream().mapToLong(this::count).sum();
    }

    private long count(String kind) {
        return Mono.from(database.getCollection(kind).estimatedDocumentCount()).block(Duration.ofMinutes(1));
    }

    /** Until there is so many times what there is, of each kind. */
    void multiply(int times) {
        for (String kind : KINDS) {
            MongoCollection<BsonDocument> documents = database.getCollection(kind, BsonDocument.class);
            List<BsonDocument> originals =
                    Flux.from(documents.find()).collectList().block(Duration.ofMinutes(1));
            Flux.range(1, times - 1)
                    .concatMapIterable(copy -> copies(originals, copy))
                    .buffer(BATCH)
                    .flatMap(batch -> insert(documents, batch), AT_A_TIME)
                    .then()
                    .block(Duration.ofMinutes(20));
        }
    }

    private static Mono<?> insert(MongoCollection<BsonDocument> documents, List<BsonDocument> batch) {
        return Mono.from(documents.insertMany(batch, new InsertManyOptions().ordered(false)));
    }

    private static List<BsonDocument> copies(List<BsonDocument> originals, int copy) {
        List<BsonDocument> copies = new ArrayList<>();
        Map<BsonValue, BsonValue> others = new HashMap<>();
        for (BsonDocument original : originals) {
            BsonDocument other = original.clone();
            for (String field : List.of("_id", "hamletId", "householdId", "hamlet", "entity")) {
                other.computeIfPresent(field, (name, id) -> others.computeIfAbsent(id, known -> another(known, copy)));
            }
            other.computeIfPresent("stream", (name, stream) -> new BsonInt32(FIRST_STREAM + copy));
            if (other.isDocument("revision")) {
                other.getDocument("revision").put("updatedAt", new BsonDateTime(LONG_AGO));
            }
            copies.add(other);
        }
        return copies;
    }

    /** The same for the same, so that copies of one hamlet's documents stay together. */
    private static BsonValue another(BsonValue id, int copy) {
        if (id.isString()) {
            return new BsonString(id.asString().getValue() + "#" + copy);
        }
        if (id.isBinary()) {
            UUID known = id.asBinary().asUuid();
            byte[] name = ByteBuffer.allocate(20)
                    .putLong(known.getMostSignificantBits())
                    .putLong(known.getLeastSignificantBits())
                    .putInt(copy)
                    .array();
            return new BsonBinary(UUID.nameUUIDFromBytes(name));
        }
        return id;
    }
}
