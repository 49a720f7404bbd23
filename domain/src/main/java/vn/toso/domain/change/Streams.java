package vn.toso.domain.change;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.storage.Store;

/** The slots that nodes lease. A slot is a stream of the log, and only its holder appends to it. */
final class Streams {

    private static final int MOST_SLOTS = 10_000;

    /** @param keptFrom the lowest seq that retention has left in the log */
    record Slot(int id, long keptFrom) {}

    private final MongoCollection<Document> slots;
    private final Clock clock;
    private final UUID node;
    private final Duration lease;

    Streams(Store store, Clock clock, UUID node, Duration lease) {
        this.slots = store.collection("streams", Document.class);
        this.clock = clock;
        this.node = node;
        this.lease = lease;
    }

    /** Takes the lowest free slot, so that slots stay few. */
    Mono<Lease> lease() {
        return Flux.range(0, MOST_SLOTS)
                .concatMap(slot -> {
                    Lease candidate = new Lease(slots, slot, node, lease, clock);
                    return candidate.take().filter(taken -> taken).map(taken -> candidate);
                })
                .next();
    }

    /** Every slot that was ever taken; few. */
    Flux<Slot> list() {
        return Flux.from(slots.find()).map(Streams::slot);
    }

    Mono<Slot> get(int id) {
        return Mono.from(slots.find(eq("_id", id)).first()).map(Streams::slot);
    }

    /** From now on a cursor that has not reached {@code seq - 1} is too old. */
    Mono<Void> keepFrom(int id, long seq) {
        return Mono.from(slots.updateOne(eq("_id", id), max("keptFrom", seq))).then();
    }

    /** What was written before that moment may be gone from the log. */
    Mono<Void> forgetBefore(Instant moment) {
        return Mono.from(slots.updateMany(new Document(), max("forgottenBefore", moment)))
                .then();
    }

    /** The latest such moment; {@link Instant#EPOCH} when nothing was ever forgotten. */
    Mono<Instant> forgottenBefore() {
        return Flux.from(slots.find(exists("forgottenBefore")))
                .map(slot -> slot.getDate("forgottenBefore").toInstant())
                .reduce(Instant.EPOCH, (one, other) -> one.isAfter(other) ? one : other);
    }

    private static Slot slot(Document document) {
        Number keptFrom = document.get("keptFrom", Number.class);
        return new Slot(document.get("_id", Number.class).intValue(), keptFrom == null ? 1 : keptFrom.longValue());
    }
}
