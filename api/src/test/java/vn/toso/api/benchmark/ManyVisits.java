package vn.toso.api.benchmark;

import com.github.f4b6a3.uuid.UuidCreator;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Fills a store with visits faster than anybody walks: copies of the stored ones, each with an id of its own, written
 * past the app. The app's sweep finds them, logs them, and coverage counts them.
 */
final class ManyVisits {

    private static final int BATCH = 1_000;

    private final MongoCollection<BsonDocument> visits;

    ManyVisits(MongoDatabase database) {
        this.visits = database.getCollection("visits", BsonDocument.class);
    }

    long count() {
        return Mono.from(visits.countDocuments()).block(Duration.ofMinutes(1));
    }

    void fillUpTo(int total) {
        List<BsonDocument> templates =
                Flux.from(visits.find().limit(3_000)).collectList().block(Duration.ofMinutes(1));
        long missing = total - count();
        Flux.range(0, (int) ((missing + BATCH - 1) / BATCH))
                .concatMap(batch -> Mono.from(visits.insertMany(copies(templates, batch))))
                .then()
                .block(Duration.ofMinutes(10));
    }

    private static List<BsonDocument> copies(List<BsonDocument> templates, int batch) {
        List<BsonDocument> copies = new ArrayList<>(BATCH);
        for (int i = 0; i < BATCH; i++) {
            // Copies of one visit follow each other, so that a batch of changes concerns a handful of households.
            BsonDocument copy =
                    templates.get((batch * BATCH + i) / 100 % templates.size()).clone();
            copy.put("_id", new BsonBinary(UuidCreator.getTimeOrderedEpoch()));
            copy.getDocument("revision").put("updatedAt", new BsonDateTime(System.currentTimeMillis()));
            copies.add(copy);
        }
        return copies;
    }
}
