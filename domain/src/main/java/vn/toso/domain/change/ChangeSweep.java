package vn.toso.domain.change;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.storage.Store;

/**
 * Logs what a crash left unlogged: documents whose version the log lacks. It looks at what was written since the last
 * run, less a margin for clocks that differ and for writes that were under way.
 */
final class ChangeSweep {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeSweep.class);

    private static final int PAGE = 500;
    private static final int SHARE_OF_TIME = 5;

    /** @param version of the document when the sweep came by */
    private record Stamp(UUID id, long version, Instant updatedAt) {

        static Stamp of(Document document) {
            Document revision = document.get("revision", Document.class);
            return new Stamp(
                    document.get("_id", UUID.class),
                    revision.get("version", Number.class).longValue(),
                    revision.getDate("updatedAt").toInstant());
        }
    }

    private final ChangeLog log;
    private final MongoCollection<Document> watermarks;

    ChangeSweep(Store store, ChangeLog log) {
        this.log = log;
        this.watermarks = store.collection("sweeps", Document.class);
    }

    /**
     * Emits how many documents the log lacked.
     *
     * @param margin how far before the end of the last run it begins
     */
    Mono<Long> run(Duration margin) {
        return Flux.fromIterable(log.collections())
                .concatMap(collection -> sweep(collection, margin))
                .reduce(0L, Long::sum);
    }

    private Mono<Long> sweep(LoggedCollection<?> collection, Duration margin) {
        Instant began = log.clock().instant();
        return watermark(collection.kind())
                .map(watermark -> watermark.isBefore(began) ? watermark : began)
                .flatMap(since -> sweepSince(collection, since.minus(margin), began))
                .flatMap(missing -> advance(collection.kind(), began).thenReturn(missing))
                .doOnNext(missing -> tell(collection.kind(), missing));
    }

    private Mono<Long> sweepSince(LoggedCollection<?> collection, Instant since, Instant began) {
        return Flux.from(writtenSince(collection, since))
                .map(Stamp::of)
                .buffer(PAGE)
                .concatMap(page -> gently(sweepPage(collection, page, began)), 1)
                .reduce(0L, Long::sum);
    }

    static FindPublisher<Document> writtenSince(LoggedCollection<?> collection, Instant since) {
        return collection
                .documents()
                .withDocumentClass(Document.class)
                .find(gte("revision.updatedAt", since))
                .projection(include("revision.version", "revision.updatedAt"))
                .sort(ascending("revision.updatedAt"))
                .batchSize(PAGE);
    }

    /** However much there is to look through, requests keep most of the time. */
    private static Mono<Long> gently(Mono<Long> page) {
        return page.elapsed()
                .flatMap(timed ->
                        Mono.just(timed.getT2()).delayElement(Duration.ofMillis(timed.getT1() * SHARE_OF_TIME)));
    }

    private Mono<Long> sweepPage(LoggedCollection<?> collection, List<Stamp> page, Instant began) {
        String kind = collection.kind();
        return log.entries()
                .known(page.stream().map(stamp -> idOf(kind, stamp)).toList())
                .map(known -> page.stream()
                        .filter(stamp -> !known.contains(idOf(kind, stamp)))
                        .map(Stamp::id)
                        .toList())
                .flatMap(missing -> collection.logPresent(missing).thenReturn((long) missing.size()))
                .flatMap(missing -> advance(kind, upTo(page, began)).thenReturn(missing));
    }

    /** A node whose clock is ahead must not hide what others write until then. */
    private static Instant upTo(List<Stamp> page, Instant began) {
        Instant last = page.get(page.size() - 1).updatedAt();
        return last.isBefore(began) ? last : began;
    }

    private static String idOf(String kind, Stamp stamp) {
        return ChangeLog.idOf(kind, stamp.id(), stamp.version());
    }

    private Mono<Instant> watermark(String kind) {
        return Mono.from(watermarks.find(eq("_id", kind)).first())
                .map(found -> found.getDate("until").toInstant())
                .defaultIfEmpty(Instant.EPOCH);
    }

    private Mono<Void> advance(String kind, Instant until) {
        return Mono.from(watermarks.updateOne(eq("_id", kind), max("until", until), new UpdateOptions().upsert(true)))
                .then();
    }

    private static void tell(String kind, long missing) {
        if (missing > 0) {
            LOG.info("logged {} changes of kind {} that a crash had left unlogged", missing, kind);
        }
    }
}
