package vn.toso.domain.household;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.access.Role;
import vn.toso.domain.access.Scope;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.service.Service;
import vn.toso.domain.storage.Page;
import vn.toso.domain.storage.Stamp;
import vn.toso.domain.storage.Store;
import vn.toso.domain.text.Search;
import vn.toso.domain.vault.Vault;

/** The households, and every statement about them; scoped in the statement itself, since this is people's data. */
public final class Households {

    private static final List<IndexModel> INDEXES = List.of(
            new IndexModel(Indexes.ascending("hamletId", "_id")),
            new IndexModel(Indexes.ascending("hamletId", "marks")),
            new IndexModel(Indexes.ascending("stays.hamletId")),
            new IndexModel(Indexes.ascending("residents.id")));

    /** More than any hamlet has of them. */
    private static final int STAMPS = 2_000;

    /**
     * What to list.
     *
     * @param hamlet only households of this hamlet; null for the whole scope
     * @param search only households in which somebody has such a name
     * @param unvisited only households without a live visit
     * @param eligibleFor only households with somebody eligible for this service who has not achieved it; null for any
     * @param limit how many, 1 to {@link Page#LARGEST}
     * @param after token of the page before; null for the first
     */
    public record Question(
            @Nullable AreaId hamlet,
            Search search,
            boolean unvisited,
            @Nullable Service eligibleFor,
            int limit,
            @Nullable String after) {}

    private final LoggedCollection<Household> households;
    private final HouseholdList lists;
    private final ReadsAtOnce reads;
    private final Vault vault;
    private final Clock clock;

    public Households(Store store, ChangeLog log, Clock clock) {
        MongoCollection<Household> documents = store.collection(
                HouseholdSealing.COLLECTION, Household.class, HouseholdSealing.SEALING, HouseholdList.Line.class);
        this.households =
                new LoggedCollection<>(store, log, clock, "household", HouseholdSealing.COLLECTION, documents, INDEXES);
        this.vault = store.vault();
        this.lists = new HouseholdList(documents, vault);
        this.reads = new ReadsAtOnce(households.documents());
        this.clock = clock;
    }

    /** For those who write households without deciding anything: listeners, the loader of demo data, the sweep. */
    public LoggedCollection<Household> collection() {
        return households;
    }

    /** The household within the actor's scope; empty when there is none. */
    public Mono<Household> find(Actor actor, HouseholdId id) {
        return Mono.fromRunnable(() -> actor.require(Permission.READ_HOUSEHOLDS))
                .then(reads.find(id, actor.scope()));
    }

    /** The household within the actor's scope, or {@code not-found}. */
    public Mono<Household> get(Actor actor, HouseholdId id) {
        return find(actor, id).switchIfEmpty(Mono.error(() -> Problem.notFound("household")));
    }

    /** The household within the actor's scope that has or had this resident; empty when there is none. */
    public Mono<Household> ofResident(Actor actor, ResidentId resident) {
        return Mono.fromRunnable(() -> actor.require(Permission.READ_HOUSEHOLDS))
                .then(Mono.from(statementOfResident(actor, resident).first()));
    }

    FindPublisher<Household> statementOfResident(Actor actor, ResidentId resident) {
        return households.documents().find(and(eq("residents.id", resident), within(actor)));
    }

    /** Those of the named ones that are within the actor's scope, in no particular order. */
    public Flux<Household> findAll(Actor actor, Collection<HouseholdId> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : Flux.from(households.documents().find(and(in("_id", ids), within(actor))));
    }

    /**
     * The households by the head's given name; in a search those with the exact accents first. Who sees more than a
     * commune must name a hamlet ({@code invalid} at {@code /hamlet}): people's data are read on demand, not browsed.
     */
    public Mono<Page<Household>> list(Actor actor, Question question) {
        return Mono.fromSupplier(() -> asked(actor, question))
                .flatMap(filter -> lists.page(filter, question.search(), question.limit(), question.after()));
    }

    /** All households that live in these hamlets now, in no particular order; for listeners, who have no scope. */
    public Flux<Household> livingIn(Collection<AreaId> hamlets) {
        return hamlets.isEmpty()
                ? Flux.empty()
                : Flux.from(households.documents().find(in("hamletId", hamlets)));
    }

    /** Those that live in the hamlet now and have somebody who is eligible for one of the services and lacks it. */
    public Flux<Household> lacking(AreaId hamlet, Collection<Service> services) {
        LocalDate today = Days.today(clock);
        List<Bson> lacks = services.stream()
                .map(service -> EligibleFilter.of(service, today, List.of(hamlet), vault))
                .toList();
        return lacks.isEmpty()
                ? Flux.empty()
                : Flux.from(households.documents().find(and(eq("hamletId", hamlet), or(lacks))));
    }

    /** Those that live in the hamlet now, by id; for phones, which get them all. */
    public Flux<Household> ofHamlet(AreaId hamlet, @Nullable UUID after, int limit) {
        return Flux.from(statementOfHamlet(hamlet, after, limit));
    }

    /** A hamlet has so few that a server may sort them. */
    FindPublisher<Household> statementOfHamlet(AreaId hamlet, @Nullable UUID after, int limit) {
        Bson which = eq("hamletId", hamlet);
        return households
                .documents()
                .find(after == null ? which : and(which, gt("_id", after)))
                .sort(ascending("_id"))
                .limit(limit)
                .batchSize(limit + 1);
    }

    /** Those that nobody wrote since a moment, their visits neither, in no particular order. */
    public Flux<Household> unchangedSince(Instant moment) {
        return Flux.from(households.documents().find(lt("revision.updatedAt", moment)));
    }

    /** That they live in the hamlet now, without what they are. */
    public Flux<Stamp> stampsIn(AreaId hamlet) {
        return stamps(eq("hamletId", hamlet));
    }

    /** Those of the named ones that live in the hamlet now, without what they are. */
    public Flux<Stamp> stampsIn(AreaId hamlet, Collection<HouseholdId> ids) {
        return ids.isEmpty() ? Flux.empty() : stamps(and(in("_id", ids), eq("hamletId", hamlet)));
    }

    private Flux<Stamp> stamps(Bson which) {
        return Flux.from(households
                .documents()
                .find(which, Stamp.class)
                .projection(include("revision"))
                .batchSize(STAMPS));
    }

    /** All households that ever lived in these hamlets, in no particular order; for counts of past days. */
    public Flux<Household> everIn(Collection<AreaId> hamlets) {
        return hamlets.isEmpty()
                ? Flux.empty()
                : Flux.from(households.documents().find(in("stays.hamletId", hamlets)));
    }

    /** The first statement of {@link #list}, for a test that asks the server how it answers. */
    FindPublisher<HouseholdList.Line> statement(Actor actor, Question question) {
        return lists.statement(asked(actor, question));
    }

    private Bson asked(Actor actor, Question question) {
        actor.require(Permission.READ_HOUSEHOLDS);
        requireNarrow(actor, question);
        List<Bson> conditions = new ArrayList<>();
        conditions.add(within(actor));
        if (question.hamlet() != null) {
            conditions.add(eq("hamletId", question.hamlet()));
        }
        if (question.unvisited()) {
            conditions.add(eq("visitedLastOn", null));
        }
        if (question.eligibleFor() != null) {
            conditions.add(
                    EligibleFilter.of(question.eligibleFor(), Days.today(clock), hamlets(actor, question), vault));
        }
        if (!question.search().isForEverything()) {
            conditions.add(HouseholdSealing.found(vault, hamlets(actor, question), question.search()));
        }
        return and(conditions);
    }

    private static Collection<AreaId> hamlets(Actor actor, Question question) {
        return question.hamlet() == null ? actor.scope().hamlets() : List.of(question.hamlet());
    }

    private static void requireNarrow(Actor actor, Question question) {
        boolean local = actor.role() == Role.TEAM_MEMBER || actor.role() == Role.COMMUNE_LEADER;
        if (!local && question.hamlet() == null) {
            throw Problem.invalid("/hamlet", "required");
        }
    }

    private static Bson within(Actor actor) {
        return within(actor.scope());
    }

    static Bson within(Scope scope) {
        return scope.everything() ? Filters.empty() : in("hamletId", scope.hamlets());
    }
}
