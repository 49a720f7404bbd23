package vn.toso.domain.audit;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import vn.toso.domain.storage.Store;

/** Signs how far the chains have come, and every statement about that. */
public final class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final int TRIES = 10;

    /** Nodes that died leave ends that they didn't sign: every so many runs the ends are looked for in the store. */
    private static final long RUNS_BETWEEN_LOOKS = 10;

    /** For clocks that differ, and entries on their way. */
    private static final Duration MARGIN = Duration.ofMinutes(15);

    private final MongoCollection<Checkpoint> checkpoints;
    private final AuditEntries entries;
    private final Trail trail;
    private final AuditKey key;
    private final Clock clock;
    private final AtomicLong runs = new AtomicLong();

    public Checkpoints(Store store, AuditEntries entries, Trail trail, AuditKey key, Clock clock) {
        this.checkpoints = store.collection("audit_checkpoints", Checkpoint.class);
        this.entries = entries;
        this.trail = trail;
        this.key = key;
        this.clock = clock;
    }

    /** Signs what went on since the last time; nothing when nothing did. */
    public Mono<Void> run() {
        Mono<List<Link>> fresh = runs.getAndIncrement() % RUNS_BETWEEN_LOOKS == 0
                ? requestEnds().map(ends -> latest(ends, trail.unsealed()))
                : Mono.fromSupplier(trail::unsealed);
        return fresh.filter(tips -> !tips.isEmpty())
                .flatMap(tips -> sign(tips, List.of()).doOnSuccess(done -> trail.sealed(tips)))
                .then();
    }

    /** Signs that retention takes away what stands at or before these positions. */
    Mono<Checkpoint> signTrimmed(List<Link> positions) {
        return sign(List.of(), positions);
    }

    private Mono<Checkpoint> sign(List<Link> tips, List<Link> trimmed) {
        return Mono.defer(this::last)
                .map(last -> signedBehind(last, tips, trimmed))
                .switchIfEmpty(
                        Mono.fromSupplier(() -> Checkpoint.signed(1, Checkpoint.NOTHING, now(), tips, trimmed, key)))
                .delayUntil(checkpoints::insertOne)
                .retryWhen(Retry.max(TRIES).filter(Checkpoints::isTaken))
                .doOnNext(made -> LOG.info("Audit checkpoint {} is {}", made.number(), made.hash()));
    }

    private Checkpoint signedBehind(Checkpoint last, List<Link> tips, List<Link> trimmed) {
        return Checkpoint.signed(last.number() + 1, last.hash(), now(), tips, trimmed, key);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Mono<Checkpoint> last() {
        return Mono.from(checkpoints.find().sort(descending("_id")).limit(1));
    }

    /** Where the chains end that went on about since the last checkpoint, as the store has them. */
    private Mono<List<Link>> requestEnds() {
        return last().map(last -> last.at().minus(MARGIN))
                .defaultIfEmpty(Instant.EPOCH)
                .flatMapMany(since -> entries.chainsSince(since))
                .concatMap(chain -> entries.lastBefore(chain, Instant.ofEpochSecond(Integer.MAX_VALUE)))
                .map(AuditEntry::link)
                .collectList();
    }

    private static List<Link> latest(List<Link> stored, List<Link> own) {
        Map<UUID, Link> latest = new HashMap<>();
        stored.forEach(link -> latest.put(link.chain(), link));
        own.forEach(link -> latest.merge(link.chain(), link, (one, other) -> one.seq() > other.seq() ? one : other));
        return List.copyOf(latest.values());
    }

    /** All of them behind a number, in order. */
    Flux<Checkpoint> behind(long number) {
        return Flux.from(checkpoints.find(gt("_id", number)).sort(ascending("_id")));
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof MongoWriteException e && e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
