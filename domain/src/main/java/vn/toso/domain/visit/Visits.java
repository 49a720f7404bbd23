package vn.toso.domain.visit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.FindPublisher;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.storage.Page;
import vn.toso.domain.storage.PageToken;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.storage.Store;
import vn.toso.domain.vault.Sealing;

/** The visits, and every statement about them. */
public final class Visits {

    private static final String NAME = "visits";
    /** What people write, and where they live. */
    private static final Sealing SEALING = Sealing.of(NAME, "note", "activities.note", "voided.reason", "location");

    private static final List<IndexModel> INDEXES = List.of(
            // Sessions have no household: they stand together at one end of this index, by hamlet.
            new IndexModel(Indexes.ascending("householdId", "hamletId")),
            new IndexModel(
                    Indexes.compoundIndex(Indexes.ascending("hamletId"), Indexes.descending("occurredAt", "_id"))),
            new IndexModel(
                    Indexes.compoundIndex(Indexes.ascending("members"), Indexes.descending("occurredAt", "_id"))),
            new IndexModel(Indexes.descending("occurredAt", "_id")),
            // Hardly any visit corrects another: such an index costs the others nothing.
            new IndexModel(Indexes.ascending("supersedes"), new IndexOptions().sparse(true)));

    private static final List<String> TRACE = List.of("hamletId", "householdId", "members", "occurredAt", "voided");

    /** More than a hamlet mostly has of them. */
    private static final int STAMPS = 5_000;

    /**
     * Which visits a list shows; what is null doesn't matter.
     *
     * @param from first day on which they occurred, in Asia/Ho_Chi_Minh
     * @param to last day
     */
    public record Filter(
            @Nullable HouseholdId household,
            @Nullable AreaId hamlet,
            @Nullable MemberId member,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    private final LoggedCollection<Visit> visits;

    public Visits(Store store, ChangeLog log, Clock clock) {
        this.visits = new LoggedCollection<>(
                store, log, clock, "visit", NAME, store.collection(NAME, Visit.class, SEALING), INDEXES);
    }

    /** For those who write visits without deciding anything: the loader of demo data, the sweep of the log. */
    public LoggedCollection<Visit> collection() {
        return visits;
    }

    /** The visit within the actor's scope, or {@code not-found}. */
    public Mono<Visit> get(Actor actor, VisitId id) {
        return Mono.fromRunnable(() -> actor.require(Permission.READ_VISITS))
                .then(Mono.from(visits.documents()
                        .find(and(eq("_id", id), within(actor)))
                        .first()))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("visit")));
    }

    /**
     * Visits within the actor's scope, the latest first, void ones among them.
     *
     * @param limit how many, 1 to {@link Page#LARGEST}
     * @param after token of the page before; null for the first
     */
    public Mono<Page<Visit>> page(Actor actor, Filter filter, int limit, @Nullable String after) {
        return Mono.defer(() -> {
                    actor.require(Permission.READ_VISITS);
                    PageToken.checkLimit(limit);
                    return Flux.from(statement(actor, filter, limit + 1, after)).collectList();
                })
                .map(found -> Page.of(found, limit, last -> PageToken.of(last.occurredAt(), last.id())));
    }

    FindPublisher<Visit> statement(Actor actor, Filter filter, int howMany, @Nullable String after) {
        return visits.documents()
                .find(and(partsOf(actor, filter, after)))
                .sort(descending("occurredAt", "_id"))
                .limit(howMany);
    }

    private static List<Bson> partsOf(Actor actor, Filter filter, @Nullable String after) {
        List<Bson> parts = new ArrayList<>();
        parts.add(filter.hamlet() == null ? within(actor) : inHamlet(actor, filter.hamlet()));
        addIfGiven(parts, filter.household(), id -> eq("householdId", id));
        addIfGiven(parts, filter.member(), id -> eq("members", id));
        addIfGiven(parts, filter.from(), day -> gte("occurredAt", Days.startOf(day)));
        addIfGiven(parts, filter.to(), day -> lt("occurredAt", Days.startOf(day.plusDays(1))));
        addIfGiven(parts, after, Visits::beyond);
        return parts;
    }

    private static <T> void addIfGiven(List<Bson> parts, @Nullable T value, Function<T, Bson> part) {
        if (value != null) {
            parts.add(part.apply(value));
        }
    }

    private static Bson beyond(String token) {
        List<String> parts = PageToken.parts(token, 2);
        return beyond(instant(parts.get(0)), PageToken.uuid(parts.get(1)));
    }

    private static Bson beyond(Instant at, UUID id) {
        // The first part says nothing new; it lets an index begin there.
        return and(lte("occurredAt", at), or(lt("occurredAt", at), lt("_id", id)));
    }

    private static Instant instant(String part) {
        try {
            return Instant.parse(part);
        } catch (DateTimeParseException notOurs) {
            throw PageToken.foreign();
        }
    }

    /** A hamlet out of scope shows no visits: whether it has any isn't told. */
    private static Bson inHamlet(Actor actor, AreaId hamlet) {
        if (!actor.scope().hasHamlet(hamlet)) {
            throw Problem.notFound("hamlet");
        }
        return eq("hamletId", hamlet);
    }

    private static Bson within(Actor actor) {
        return actor.scope().everything()
                ? Filters.empty()
                : in("hamletId", actor.scope().hamlets());
    }

    /** Visits of a hamlet since a moment, the latest first; for phones, which get them all. */
    public Flux<Visit> ofHamlet(AreaId hamlet, Instant since, @Nullable Position after, int limit) {
        return Flux.from(statementOfHamlet(hamlet, since, after, limit));
    }

    /** Where a list of visits ended. */
    public record Position(Instant occurredAt, UUID id) {}

    FindPublisher<Visit> statementOfHamlet(AreaId hamlet, Instant since, @Nullable Position after, int limit) {
        Bson which = and(eq("hamletId", hamlet), gte("occurredAt", since));
        return visits.documents()
                .find(after == null ? which : and(which, beyond(after.occurredAt(), after.id())))
                .sort(descending("occurredAt", "_id"))
                .limit(limit)
                .batchSize(limit + 1);
    }

    /** Those of the named ones that are within the actor's scope and occurred since a moment, in no particular order. */
    public Flux<Visit> findAll(Actor actor, Collection<VisitId> ids, Instant since) {
        return ids.isEmpty()
                ? Flux.empty()
                : Flux.from(visits.documents().find(and(in("_id", ids), within(actor), gte("occurredAt", since))));
    }

    /** That there is a visit, without what was done. */
    public record Stamped(@BsonId UUID id, Revision revision, Instant occurredAt) {}

    /** The hamlet's visits since a moment, without what was done. */
    public Flux<Stamped> stampsIn(AreaId hamlet, Instant since) {
        return stamps(and(eq("hamletId", hamlet), gte("occurredAt", since)));
    }

    /** Those of the named ones that are visits in the hamlet, without what was done. */
    public Flux<Stamped> stampsIn(AreaId hamlet, Collection<VisitId> ids) {
        return ids.isEmpty() ? Flux.empty() : stamps(and(in("_id", ids), eq("hamletId", hamlet)));
    }

    private Flux<Stamped> stamps(Bson which) {
        return Flux.from(visits.documents()
                .find(which, Stamped.class)
                .projection(include("revision", "occurredAt"))
                .batchSize(STAMPS));
    }

    /** Where a visit was, without what was done. */
    public record Placed(@BsonId UUID id, @Nullable HouseholdId householdId) {}

    /** The households to which these visits were, each once; sessions have none. */
    Flux<HouseholdId> householdsOf(Collection<VisitId> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : Flux.from(visits.documents()
                                .find(in("_id", ids), Placed.class)
                                .projection(include("householdId"))
                                .batchSize(ids.size() + 1))
                        .mapNotNull(Placed::householdId)
                        .distinct();
    }

    /** All visits of these households, void ones among them, in no particular order. */
    public Flux<Visit> ofHouseholds(Collection<HouseholdId> households) {
        return households.isEmpty() ? Flux.empty() : Flux.from(statementOfHouseholds(households));
    }

    FindPublisher<Visit> statementOfHouseholds(Collection<HouseholdId> households) {
        return visits.documents().find(in("householdId", households));
    }

    /** All sessions of these hamlets, void ones among them, in no particular order. */
    public Flux<Visit> sessionsOf(Collection<AreaId> hamlets) {
        return hamlets.isEmpty() ? Flux.empty() : Flux.from(statementOfSessions(hamlets));
    }

    FindPublisher<Visit> statementOfSessions(Collection<AreaId> hamlets) {
        return visits.documents().find(and(eq("householdId", null), in("hamletId", hamlets)));
    }

    /** The visits that correct one of these. */
    Flux<Visit> correcting(Collection<VisitId> corrected) {
        return corrected.isEmpty() ? Flux.empty() : Flux.from(statementOfCorrections(corrected));
    }

    FindPublisher<Visit> statementOfCorrections(Collection<VisitId> corrected) {
        return visits.documents().find(in("supersedes", corrected));
    }

    /** Who visited where and when, without what was done. */
    public record Trace(
            @BsonId UUID id,
            AreaId hamletId,
            @Nullable HouseholdId householdId,
            List<MemberId> members,
            Instant occurredAt,
            Visit.@Nullable Voided voided) {

        public boolean isSession() {
            return householdId == null;
        }
    }

    /** The traces of these visits, void ones among them, in no particular order. */
    public Flux<Trace> traces(Collection<VisitId> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : Flux.from(visits.documents()
                        .find(in("_id", ids), Trace.class)
                        .projection(include(TRACE))
                        .batchSize(ids.size() + 1));
    }

    /** When one of these members last visited somebody, or held a session, in the hamlet; void visits don't count. */
    public Mono<Instant> latestBy(AreaId hamlet, Collection<MemberId> members) {
        return members.isEmpty()
                ? Mono.empty()
                : Mono.from(statementOfLatest(hamlet, members).first()).map(Trace::occurredAt);
    }

    FindPublisher<Trace> statementOfLatest(AreaId hamlet, Collection<MemberId> members) {
        return visits.documents()
                .find(and(eq("hamletId", hamlet), in("members", members), eq("voided", null)), Trace.class)
                .projection(include(TRACE))
                .sort(descending("occurredAt", "_id"))
                .limit(1);
    }
}
