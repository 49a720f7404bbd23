package vn.toso.domain.change;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/**
 * The right to do something alone for a while, kept as {@code {_id, holder, until}}. It is a courtesy between nodes, not
 * a lock: a frozen node, or one whose clock is wrong, may believe in it when another has taken over. So whatever is done
 * under a lease must bear being done by two.
 */
final class Lease {

    private final MongoCollection<Document> leases;
    private final Object id;
    private final UUID holder;
    private final Duration length;
    private final Clock clock;
    private volatile Instant renewAt = Instant.MIN;

    /** @param id what it is for: the value of {@code _id} */
    Lease(MongoCollection<Document> leases, Object id, UUID holder, Duration length, Clock clock) {
        this.leases = leases;
        this.id = id;
        this.holder = holder;
        this.length = length;
        this.clock = clock;
    }

    Object id() {
        return id;
    }

    /** Like {@link #take}, but asks the store only when a third of the lease has passed. */
    Mono<Boolean> isHeld() {
        return Mono.defer(() -> clock.instant().isBefore(renewAt) ? Mono.just(true) : take());
    }

    /** Takes or renews it; emits whether this node holds it now. */
    Mono<Boolean> take() {
        return Mono.defer(() -> {
            Instant now = now();
            return renew(now)
                    .flatMap(renewed -> renewed ? Mono.just(true) : takeOver(now))
                    .doOnNext(held -> renewAt = held ? now.plus(length.dividedBy(3)) : Instant.MIN);
        });
    }

    /** Lets others take it at once; emits nothing. */
    Mono<Void> release() {
        return Mono.defer(() -> {
            renewAt = Instant.MIN;
            return update(eq("holder", holder), now()).then();
        });
    }

    private Mono<Boolean> renew(Instant now) {
        return update(eq("holder", holder), now.plus(length));
    }

    private Mono<Boolean> takeOver(Instant now) {
        return Mono.from(leases.find(eq("_id", id)).first())
                .flatMap(seen -> isFree(seen, now) ? takeFrom(seen, now) : Mono.just(false))
                .switchIfEmpty(Mono.defer(() -> create(now)));
    }

    private static boolean isFree(Document seen, Instant now) {
        Date until = seen.getDate("until");
        return until == null || !until.toInstant().isAfter(now);
    }

    /** Of several who see it free, one finds it as it was seen. */
    private Mono<Boolean> takeFrom(Document seen, Instant now) {
        return update(and(eq("holder", seen.get("holder")), eq("until", seen.get("until"))), now.plus(length));
    }

    private Mono<Boolean> create(Instant now) {
        Document lease = new Document("_id", id).append("holder", holder).append("until", now.plus(length));
        return Mono.from(leases.insertOne(lease))
                .map(done -> true)
                .onErrorResume(Lease::isTaken, e -> Mono.just(false));
    }

    private Mono<Boolean> update(Bson asSeen, Instant until) {
        Bson change = combine(set("holder", holder), set("until", until));
        return Mono.from(leases.updateOne(and(eq("_id", id), asSeen), change))
                .map(result -> result.getMatchedCount() == 1);
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof MongoWriteException e && e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    private Instant now() {
        return clock.instant();
    }
}
