package vn.toso.domain.visit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.storage.Store;

/** The visits, and every statement about them. */
public final class Visits {

    private static final List<IndexModel> INDEXES = List.of(
            new IndexModel(Indexes.ascending("householdId", "occurredAt")),
            new IndexModel(
                    Indexes.compoundIndex(Indexes.ascending("hamletId"), Indexes.descending("occurredAt", "_id"))),
            new IndexModel(
                    Indexes.compoundIndex(Indexes.ascending("members"), Indexes.descending("occurredAt", "_id"))));

    private final LoggedCollection<Visit> visits;

    public Visits(Store store, ChangeLog log, Clock clock) {
        this.visits = new LoggedCollection<>(store, log, clock, "visit", "visits", Visit.class, INDEXES);
    }

    /** For those who write visits without deciding anything: the loader of demo data, the sweep of the log. */
    public LoggedCollection<Visit> collection() {
        return visits;
    }

    /** The visit within the actor's scope, or {@code not-found}. */
    public Mono<Visit> get(Actor actor, VisitId id) {
        return Mono.fromRunnable(() -> actor.require(Permission.READ_VISITS))
                .then(visits.find(id))
                .filter(visit -> actor.scope().hasHamlet(visit.hamletId()))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("visit")));
    }

    /** All visits of these households, void ones among them, in no particular order. */
    Flux<Visit> ofHouseholds(Collection<HouseholdId> households) {
        return households.isEmpty()
                ? Flux.empty()
                : Flux.from(visits.documents().find(in("householdId", households)));
    }

    /** All sessions of these hamlets, void ones among them, in no particular order. */
    public Flux<Visit> sessionsOf(Collection<AreaId> hamlets) {
        return hamlets.isEmpty()
                ? Flux.empty()
                : Flux.from(visits.documents().find(and(in("hamletId", hamlets), eq("householdId", null))));
    }
}
