package vn.toso.domain.change;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

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
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The right to do something alone for a while, kept as {@code {_id, holder, until}}, without a holder once it was given
 * back. It is a courtesy between nodes, not a lock: a frozen node, or one whose clock is wrong, may believe in it when
 * another has taken over. So whatever is done under a lease must bear being done by two.
 */
final class Lease {

    /**
     * The time in which it stays with one node without a break.
     *
     * @param since when it began, by {@link System#nanoTime}
     * @param contested whether the node that had it before didn't give it back, so that it may still be at work
     */
    record Tenure(long since, boolean contested) {}

    private final MongoCollection<Document> leases;
    private final Object id;
    private final UUID holder;
    private final Duration length;
    private final Clock clock;
    private volatile Instant renewAt = Instant.MIN;
    private volatile long askedNanos;
    /** Whether the last answer was that it is held; a question without an answer may have taken it over. */
    private volatile boolean known;

    private volatile @Nullable Tenure tenure;

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

    Duration length() {
        return length;
    }

    /** The present one, or the last; null when this node never held it. */
    @Nullable
    Tenure tenure() {
        return tenure;
    }

    /** Like {@link #take}, but asks the store only when a third of the lease has passed. */
    Mono<Boolean> isHeld() {
        return Mono.defer(() -> wasHeldJustNow() ? Mono.just(true) : take());
    }

    /** By both clocks: the one that nodes have in common may be set back. */
    private boolean wasHeldJustNow() {
        return now().isBefore(renewAt)
                && System.nanoTime() - askedNanos < length.dividedBy(3).toNanos();
    }

    /** Takes or renews it; emits whether this node holds it now. */
    Mono<Boolean> take() {
        return Mono.defer(() -> {
            Instant now = now();
            askedNanos = System.nanoTime();
            boolean wasMine = known;
            known = false;
            return renew(now)
                    .doOnNext(renewed -> begin(renewed && !wasMine, true))
                    .flatMap(renewed -> renewed ? Mono.just(true) : takeOver(now))
                    .doOnNext(held -> {
                        known = held;
                        renewAt = held ? now.plus(length.dividedBy(3)) : Instant.MIN;
                    });
        });
    }

    /** Lets others take it at once; emits nothing. */
    Mono<Void> release() {
        return Mono.defer(() -> {
            renewAt = Instant.MIN;
            known = false;
            return update(eq("holder", holder), combine(unset("holder"), set("until", now())))
                    .then();
        });
    }

    private Mono<Boolean> renew(Instant now) {
        return update(eq("holder", holder), holdingUntil(now.plus(length)));
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
        boolean contested = seen.get("holder") != null;
        return update(
                        and(eq("holder", seen.get("holder")), eq("until", seen.get("until"))),
                        holdingUntil(now.plus(length)))
                .doOnNext(taken -> begin(taken, contested));
    }

    private Mono<Boolean> create(Instant now) {
        Document lease = new Document("_id", id).append("holder", holder).append("until", now.plus(length));
        return Mono.from(leases.insertOne(lease))
                .map(done -> true)
                .onErrorResume(Lease::isTaken, e -> Mono.just(false))
                .doOnNext(created -> begin(created, false));
    }

    private void begin(boolean taken, boolean contested) {
        if (taken) {
            tenure = new Tenure(System.nanoTime(), contested);
        }
    }

    private Bson holdingUntil(Instant until) {
        return combine(set("holder", holder), set("until", until));
    }

    private Mono<Boolean> update(Bson asSeen, Bson change) {
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
