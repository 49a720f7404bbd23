package vn.toso.domain.change;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.storage.Store;

/** How far listeners have come. */
final class Positions {

    /** @param asOf everything that was acknowledged before is handled */
    record Position(Cursor cursor, Instant asOf) {}

    private final MongoCollection<Document> positions;

    Positions(Store store) {
        this.positions = store.collection("positions", Document.class);
    }

    Mono<Position> find(String listener) {
        return Mono.from(positions.find(eq("_id", listener)).first()).map(Positions::position);
    }

    /** Of every listener that ever came anywhere, by its name. */
    Mono<Map<String, Position>> all() {
        return Flux.from(positions.find()).collectMap(stored -> stored.getString("_id"), Positions::position);
    }

    Mono<Void> store(String listener, Position position) {
        List<Document> cursor = position.cursor().positions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> new Document("stream", e.getKey()).append("seq", e.getValue()))
                .toList();
        Document stored = new Document("_id", listener).append("cursor", cursor).append("asOf", position.asOf());
        return Mono.from(positions.replaceOne(eq("_id", listener), stored, new ReplaceOptions().upsert(true)))
                .then();
    }

    private static Position position(Document stored) {
        Cursor cursor = Cursor.START;
        for (Document seen : stored.getList("cursor", Document.class)) {
            cursor = cursor.at(
                    number(seen, "stream").intValue(), number(seen, "seq").longValue());
        }
        return new Position(cursor, stored.getDate("asOf").toInstant());
    }

    private static Number number(Document document, String field) {
        return document.get(field, Number.class);
    }
}
