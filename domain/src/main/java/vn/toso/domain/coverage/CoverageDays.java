package vn.toso.domain.coverage;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.AggregatePublisher;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.coverage.CoverageDay.Mark;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.Store;

/** The counts of past days, and every statement about them. They follow from documents that are logged, so they are not. */
final class CoverageDays {

    private static final String NAME = "coverage_days";
    private static final int LARGEST_WRITE = 500;

    /** Nearly every hamlet has a day on which something changed among these, so that the rest need not be looked at. */
    private static final int RECENT_DAYS = 40;

    private final Store store;
    private final MongoCollection<CoverageDay> days;

    CoverageDays(Store store) {
        this.store = store;
        this.days = store.collection(NAME, CoverageDay.class);
    }

    Mono<Void> createIndexes() {
        return store.createIndexes(NAME, List.of(new IndexModel(Indexes.ascending("hamletId", "day"))));
    }

    /** What tells the stored days of a hamlet apart from what should be stored. */
    Flux<Mark> marks(AreaId hamlet) {
        return Flux.from(statementOfMarks(hamlet));
    }

    FindPublisher<Mark> statementOfMarks(AreaId hamlet) {
        return days.find(eq("hamletId", hamlet), Mark.class).projection(include("day", "mark"));
    }

    /** Writes days, unless another writer with a later count was faster. */
    Mono<Void> write(Collection<CoverageDay> written) {
        return Flux.fromIterable(written)
                .map(CoverageDays::replacement)
                .buffer(LARGEST_WRITE)
                .concatMap(models -> Mono.from(days.bulkWrite(models, new BulkWriteOptions().ordered(false)))
                        .onErrorResume(CoverageDays::isOvertaken, overtaken -> Mono.empty()))
                .then();
    }

    /**
     * The count of each hamlet at the end of a day: its latest stored one up to it. Hamlets of which nothing is known by
     * then are left out.
     *
     * @param service code of the one service wanted; null for all
     */
    Flux<CoverageDay> at(Collection<AreaId> hamlets, LocalDate day, @Nullable String service) {
        Bson recent = and(gte("day", day.minusDays(RECENT_DAYS)), lte("day", day));
        return latest(hamlets, recent)
                .collectList()
                .flatMapMany(found ->
                        latest(without(hamlets, found), lte("day", day)).startWith(found))
                .map(latest -> latest.id() + ":" + latest.day())
                .buffer(LARGEST_WRITE)
                .concatMap(ids -> days.find(in("_id", ids)).projection(fields(service)));
    }

    /**
     * The stored days of these hamlets within a time, in no particular order, beside the latest one of each before it:
     * all that the count of any day of that time follows from.
     *
     * @param service code of the one service wanted; null for all
     */
    Flux<CoverageDay> within(Collection<AreaId> hamlets, LocalDate from, LocalDate to, @Nullable String service) {
        return hamlets.isEmpty()
                ? Flux.empty()
                : at(hamlets, from.minusDays(1), service)
                        .concatWith(Flux.from(statementWithin(hamlets, from, to, service)));
    }

    FindPublisher<CoverageDay> statementWithin(
            Collection<AreaId> hamlets, LocalDate from, LocalDate to, @Nullable String service) {
        return days.find(and(in("hamletId", hamlets), gte("day", from), lte("day", to)))
                .projection(fields(service));
    }

    public record Latest(@BsonId AreaId id, LocalDate day) {}

    private Flux<Latest> latest(Collection<AreaId> hamlets, Bson when) {
        return hamlets.isEmpty() ? Flux.empty() : Flux.from(statementOfLatest(hamlets, when));
    }

    AggregatePublisher<Latest> statementOfLatest(Collection<AreaId> hamlets, Bson when) {
        return days.aggregate(
                List.of(
                        Aggregates.match(and(in("hamletId", hamlets), when)),
                        Aggregates.group("$hamletId", Accumulators.max("day", "$day"))),
                Latest.class);
    }

    private static Set<AreaId> without(Collection<AreaId> hamlets, List<Latest> found) {
        Set<AreaId> rest = new HashSet<>(hamlets);
        found.forEach(latest -> rest.remove(latest.id()));
        return rest;
    }

    private static Bson fields(@Nullable String service) {
        return service == null
                ? include("hamletId", "day", "basis", "mark", "registered", "visited", "services")
                : include("hamletId", "day", "basis", "mark", "registered", "visited", "services." + service);
    }

    /** Where a later count stands already, the filter finds nothing and the insert meets it: a duplicate key. */
    private static ReplaceOneModel<CoverageDay> replacement(CoverageDay day) {
        return new ReplaceOneModel<>(
                and(eq("_id", day.id()), lt("basis", day.basis())), day, new ReplaceOptions().upsert(true));
    }

    private static boolean isOvertaken(Throwable failure) {
        return failure instanceof MongoBulkWriteException bulk
                && bulk.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }
}
