package vn.toso.domain.coverage;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.Store;

/** What was counted in each hamlet: as of now, and as of the end of each day on which something changed. */
public final class Coverages {

    private static final List<IndexModel> INDEXES =
            List.of(new IndexModel(Indexes.ascending("changesOn")), new IndexModel(Indexes.ascending("catalogueAt")));

    /**
     * One hamlet's count, with all cells or just the one asked for.
     *
     * @param team the hamlet's team; null when it has none, and for a past day, of which that isn't known
     */
    public record Count(
            @BsonId AreaId hamletId,
            HouseholdCount households,
            Map<String, Cell> services,
            TeamCount.@Nullable OfHamlet team) {}

    public record Key(@BsonId AreaId id) {}

    private final LoggedCollection<HamletCoverage> current;
    private final CoverageDays days;

    public Coverages(Store store, ChangeLog log, Clock clock) {
        this.current = new LoggedCollection<>(store, log, clock, "coverage", "coverage", HamletCoverage.class, INDEXES);
        this.days = new CoverageDays(store);
    }

    /** The counts as of now. Nobody but the counting itself writes them. */
    public LoggedCollection<HamletCoverage> collection() {
        return current;
    }

    /** Creates the indexes of what isn't logged: the counts of past days. */
    public Mono<Void> createIndexes() {
        return days.createIndexes();
    }

    CoverageDays days() {
        return days;
    }

    /**
     * The counts of these hamlets as of now; hamlets never counted are left out. The caller answers for the hamlets being
     * in scope.
     *
     * @param service code of the one service wanted; null for all
     */
    public Flux<Count> now(Collection<AreaId> hamlets, @Nullable String service) {
        String cells = service == null ? "services" : "services." + service;
        return hamlets.isEmpty()
                ? Flux.empty()
                : Flux.from(current.documents()
                        .find(in("_id", hamlets), Count.class)
                        .projection(include("households", cells, "team"))
                        .batchSize(hamlets.size() + 1));
    }

    /**
     * The counts of these hamlets at the end of a day; the day of the latest visit isn't kept. The caller answers for the
     * hamlets being in scope.
     */
    public Flux<Count> at(Collection<AreaId> hamlets, LocalDate day, @Nullable String service) {
        return days.at(hamlets, day, service)
                .map(count -> new Count(
                        count.hamletId(),
                        HouseholdCount.ofPast(count.registered(), count.visited()),
                        count.services(),
                        null));
    }

    /** The hamlets whose counts change by themselves by a day, or were made by a catalogue older than another one. */
    Flux<AreaId> due(LocalDate day, Instant catalogueAt) {
        Bson due = or(lte("changesOn", day), lt("catalogueAt", catalogueAt));
        return Flux.from(current.documents().find(due, Key.class).projection(include("_id")))
                .map(Key::id);
    }
}
