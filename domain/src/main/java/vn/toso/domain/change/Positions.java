package vn.toso.domain.change;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.storage.Store;

/** How far listeners have come. */
final class Positions {

    /** @param asOf everything that was acknowledged before is handled */
    record Position(Cursor cursor, Instant asOf) {}

    record Seen(int stream, long seq) {}

    record Stored(@BsonId String id, List<Seen> cursor, Instant asOf) {
        Position position() {
            return new Position(new Cursor(cursor.stream().collect(Collectors.toMap(Seen::stream, Seen::seq))), asOf);
        }
    }

    private final MongoCollection<Stored> positions;

    Positions(Store store) {
        this.positions = store.collection("positions", Stored.class);
    }

    Mono<Position> find(String listener) {
        return Mono.from(positions.find(eq("_id", listener)).first()).map(Stored::position);
    }

    Flux<Position> list() {
        return Flux.from(positions.find()).map(Stored::position);
    }

    Mono<Void> store(String listener, Position position) {
        List<Seen> cursor = position.cursor().positions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> new Seen(e.getKey(), e.getValue()))
                .toList();
        Stored stored = new Stored(listener, cursor, position.asOf());
        return Mono.from(positions.replaceOne(eq("_id", listener), stored, new ReplaceOptions().upsert(true)))
                .then();
    }
}
