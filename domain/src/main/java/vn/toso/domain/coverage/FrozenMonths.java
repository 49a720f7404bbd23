package vn.toso.domain.coverage;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.AggregatePublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.FrozenMonthId;
import vn.toso.domain.storage.Store;

/**
 * The months that were frozen, one document a hamlet, and every statement about them. They are written once and no phone
 * carries them, so they are not logged.
 */
public final class FrozenMonths {

    /** {@code RecordVisit} looks here whether a late visit comes too late. */
    static final String NAME = "frozen_months";

    private final Store store;
    private final MongoCollection<FrozenMonth> months;

    public FrozenMonths(Store store) {
        this.store = store;
        this.months = store.collection(NAME, FrozenMonth.class);
    }

    public Mono<Void> createIndexes() {
        return store.createIndexes(NAME, List.of(new IndexModel(Indexes.ascending("hamletId", "month"))));
    }

    /** Those of the hamlets that are frozen, in no particular order. */
    Flux<FrozenMonth> of(Collection<AreaId> hamlets, YearMonth month) {
        return findAll(
                hamlets.stream().map(hamlet -> FrozenMonthId.of(hamlet, month)).toList());
    }

    /** The latest frozen month before another one, of each of the hamlets that has one. */
    Flux<FrozenMonth> latestBefore(Collection<AreaId> hamlets, YearMonth month) {
        return hamlets.isEmpty()
                ? Flux.empty()
                : Flux.from(statementOfLatest(hamlets, month))
                        .map(latest -> FrozenMonthId.of(latest.id(), YearMonth.parse(latest.month())))
                        .collectList()
                        .flatMapMany(this::findAll);
    }

    public record Latest(@BsonId AreaId id, String month) {}

    AggregatePublisher<Latest> statementOfLatest(Collection<AreaId> hamlets, YearMonth month) {
        return months.aggregate(
                List.of(
                        Aggregates.match(and(in("hamletId", hamlets), lt("month", month.toString()))),
                        Aggregates.group("$hamletId", Accumulators.max("month", "$month"))),
                Latest.class);
    }

    private Flux<FrozenMonth> findAll(List<FrozenMonthId> ids) {
        return ids.isEmpty() ? Flux.empty() : Flux.from(months.find(in("_id", ids)));
    }

    /** Writes those that are not there yet; what somebody froze before stays. */
    Mono<Void> insert(List<FrozenMonth> frozen) {
        return frozen.isEmpty()
                ? Mono.empty()
                : Mono.from(months.insertMany(frozen, new InsertManyOptions().ordered(false)))
                        .then()
                        .onErrorResume(FrozenMonths::isThere, there -> Mono.empty());
    }

    private static boolean isThere(Throwable failure) {
        return failure instanceof MongoBulkWriteException bulk
                && bulk.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }
}
