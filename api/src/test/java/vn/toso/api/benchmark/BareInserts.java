package vn.toso.api.benchmark;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import reactor.core.publisher.Mono;

/** The baseline of a write: the driver alone inserts copies of a visit that the app stored, one by one. */
final class BareInserts {

    private final MongoCollection<BsonDocument> copies;
    private final BsonDocument visit;

    /** Posts one visit and takes its document as the template, so that both sides write the same bytes. */
    BareInserts(MongoDatabase database, DemoCommune commune) {
        UUID id = commune.postOneVisit();
        this.visit = Mono.from(database.getCollection("visits", BsonDocument.class)
                        .find(eq("_id", new BsonBinary(id)))
                        .first())
                .block();
        this.copies = database.getCollection("bare_visits", BsonDocument.class);
    }

    Mono<?> insertOne() {
        BsonDocument copy = visit.clone();
        copy.put("_id", new BsonBinary(UUID.randomUUID()));
        return Mono.from(copies.insertOne(copy));
    }

    /** Fifty at once, in no order. */
    Mono<?> insertFifty() {
        List<BsonDocument> fifty = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            BsonDocument copy = visit.clone();
            copy.put("_id", new BsonBinary(UUID.randomUUID()));
            fifty.add(copy);
        }
        return Mono.from(copies.insertMany(fifty, new InsertManyOptions().ordered(false)));
    }
}
