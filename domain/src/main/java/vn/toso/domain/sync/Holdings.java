package vn.toso.domain.sync;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.storage.Store;
import vn.toso.domain.sync.Holding.Company;
import vn.toso.domain.sync.Holding.Extent;

/** The versions of what phones are to hold, and every statement about them. A version never changes. */
final class Holdings {

    private static final String NAME = "sync_scopes";
    private static final int REMEMBERED = 50_000;

    /** Longer than the change log is kept: a phone that was away for longer starts afresh anyway. */
    private static final Duration KEPT = Duration.ofDays(200);

    /** Kept however old they are: what stood unchanged for long may be what a phone holds. */
    private static final long LATEST_KEPT = 20;

    private final Store store;
    private final Clock clock;
    private final MongoCollection<Holding> holdings;
    private final Cache<String, Holding> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Holdings(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.holdings = store.collection(NAME, Holding.class);
    }

    Mono<Void> createIndexes() {
        return store.createIndexes(
                NAME,
                List.of(new IndexModel(
                        Indexes.compoundIndex(Indexes.ascending("memberId"), Indexes.descending("version")))));
    }

    /** One version, mostly from memory; empty when it is long gone. */
    Mono<Holding> find(MemberId member, long version) {
        String id = member + ":" + version;
        @Nullable Holding remembered = known.getIfPresent(id);
        return remembered != null
                ? Mono.just(remembered)
                : Mono.from(holdings.find(eq("_id", id)).first()).doOnNext(this::remember);
    }

    /** The latest version if it says just this, else a new one that does. */
    Mono<Holding> latest(MemberId member, Extent extent, Company company) {
        return Mono.from(holdings.find(eq("memberId", member))
                        .sort(descending("version"))
                        .limit(1))
                .flatMap(last -> last.extent().equals(extent) && last.company().equals(company)
                        ? Mono.just(last)
                        : insert(member, last.version() + 1, extent, company))
                .switchIfEmpty(Mono.defer(() -> insert(member, 1, extent, company)))
                .doOnNext(this::remember);
    }

    /** Another phone of the member, or another node, may be faster. */
    private Mono<Holding> insert(MemberId member, long version, Extent extent, Company company) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Holding next = Holding.of(member, version, extent, company, now);
        return Mono.from(holdings.insertOne(next))
                .then(Mono.defer(() -> removeOld(member, version, now)))
                .thenReturn(next)
                .onErrorResume(Holdings::isTaken, taken -> latest(member, extent, company));
    }

    private Mono<Void> removeOld(MemberId member, long before, Instant now) {
        return Mono.from(holdings.deleteMany(
                        and(eq("memberId", member), lt("version", before - LATEST_KEPT), lt("since", now.minus(KEPT)))))
                .then();
    }

    private void remember(Holding holding) {
        known.put(holding.id(), holding);
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof MongoWriteException e && e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
