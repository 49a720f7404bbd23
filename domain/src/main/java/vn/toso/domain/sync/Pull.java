package vn.toso.domain.sync;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Areas;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.Concern;
import vn.toso.domain.change.Cursor;
import vn.toso.domain.coverage.Coverages;
import vn.toso.domain.household.Households;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.service.Services;
import vn.toso.domain.storage.Store;
import vn.toso.domain.sync.Holding.Extent;
import vn.toso.domain.sync.Pulled.Item;
import vn.toso.domain.task.CarriedTasks;
import vn.toso.domain.task.Tasks;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Teams;
import vn.toso.domain.visit.Visits;

/**
 * Brings phones up to date: first a snapshot of all that they are to hold, in pages, then what the change log says has
 * changed since the snapshot began, so that nothing is missed however long it takes.
 */
public final class Pull {

    /** How many documents an answer holds when the phone does not say. */
    public static final int USUAL_LIMIT = 1_000;

    /** A hamlet has some 600 documents; it is to be one answer, and a commune few. */
    public static final int LARGEST_LIMIT = 2_000;

    /** How long back a phone holds visits. */
    public static final int DAYS_OF_VISITS = 90;

    /** A document that changed often takes many entries and is one. */
    private static final int ENTRIES_PER_DOCUMENT = 4;

    private final ChangeLog log;
    private final Clock clock;
    private final Extents extents;
    private final Companies companies;
    private final Holdings holdings;
    private final PullTokens tokens;
    private final Shelves shelves;
    private final Snapshot snapshot;
    private final Deliveries deliveries;

    public Pull(
            Store store,
            ChangeLog log,
            AreaTrees trees,
            Areas areas,
            Services services,
            Teams teams,
            Members members,
            Households households,
            Tasks tasks,
            Visits visits,
            Coverages coverages,
            Quarantine quarantine,
            List<PersonalShelf> personal,
            Clock clock) {
        this.log = log;
        this.clock = clock;
        this.extents = new Extents(trees, clock);
        this.companies = new Companies(teams, members);
        this.holdings = new Holdings(store, clock);
        this.tokens = new PullTokens(store);
        CarriedTasks carried = new CarriedTasks(tasks, clock);
        List<Shelf> all = new ArrayList<>(List.of(
                new ListedShelf<>(
                        areas.collection(), actor -> true, held -> held.extent().areas()),
                new ServiceShelf(services),
                new ListedShelf<>(
                        teams.collection(),
                        Phone::carriesHouseholds,
                        held -> held.company().teams()),
                new ListedShelf<>(
                        members.collection(),
                        Phone::carriesHouseholds,
                        held -> held.company().people()),
                new HouseholdShelf(households),
                new TaskShelf(carried),
                new VisitShelf(visits),
                new ListedShelf<>(
                        coverages.collection(),
                        Phone::watchesCoverage,
                        held -> held.extent().hamlets()),
                new QuarantineShelf(quarantine)));
        personal.forEach(shelf -> all.add(new OwnShelf(shelf)));
        this.shelves = new Shelves(all);
        this.snapshot = new Snapshot(shelves);
        this.deliveries = new Deliveries(shelves, carried);
    }

    /** Creates the indexes of what pull keeps for itself. */
    public Mono<Void> createIndexes() {
        return holdings.createIndexes();
    }

    /**
     * What is new for the actor's phone.
     *
     * @param after the token of the answer before; null for a phone that holds nothing. {@code invalid} at
     *     {@code /after} when it is not the actor's, {@code resync-required} when it is too old to go on from
     * @param limit how many documents, 1 to {@link #LARGEST_LIMIT}
     */
    public Mono<Pulled> pull(Actor actor, @Nullable String after, int limit) {
        if (limit < 1 || limit > LARGEST_LIMIT) {
            return Mono.error(() -> Problem.invalid("/limit", "range", 1, LARGEST_LIMIT));
        }
        return after == null
                ? begin(actor, limit)
                : tokens.read(actor.memberId(), after).flatMap(token -> goOn(actor, token, limit));
    }

    /** The earliest moment of visits that phones hold now. */
    public Instant visitsSince() {
        return Days.startOf(Days.today(clock).minusDays(DAYS_OF_VISITS));
    }

    /** First the position in the log: what is written from here on is in the log behind it. */
    private Mono<Pulled> begin(Actor actor, int limit) {
        return log.head()
                .flatMap(head -> latest(actor, extents.of(actor)).flatMap(held -> {
                    Place beginning = snapshot.beginning(actor);
                    PullToken token = new PullToken(actor.memberId(), held.version(), 0, beginning, head);
                    return page(actor, held, token, beginning, limit)
                            .map(first -> first.with(held.extent().hamlets(), List.of()));
                }));
    }

    private Mono<Holding> latest(Actor actor, Extent extent) {
        return companies.of(actor).flatMap(company -> holdings.latest(actor.memberId(), extent, company));
    }

    private Mono<Pulled> goOn(Actor actor, PullToken token, int limit) {
        return holding(actor, token.holding()).flatMap(held -> goOn(actor, token, held, limit));
    }

    private Mono<Pulled> goOn(Actor actor, PullToken token, Holding held, int limit) {
        Extent extent = extents.of(actor);
        if (held.extent().role() != extent.role()) {
            return Mono.error(Pull::resync);
        }
        if (!held.extent().equals(extent)) {
            return latest(actor, extent).flatMap(next -> moved(actor, token, held, next, limit));
        }
        return token.place() == null ? news(actor, token, held, limit) : page(actor, held, token, token.place(), limit);
    }

    /** What enters is snapshotted before the log goes on. A snapshot that was under way starts again. */
    private Mono<Pulled> moved(Actor actor, PullToken token, Holding held, Holding next, int limit) {
        Place beginning = snapshot.beginning(actor);
        long base = token.place() == null ? held.version() : 0;
        PullToken moved = new PullToken(actor.memberId(), next.version(), base, beginning, token.cursor());
        List<AreaId> then = held.extent().hamlets();
        List<AreaId> now = next.extent().hamlets();
        return deliveries
                .of(phone(actor, next), held, new News(Map.of(), token.cursor()))
                .flatMap(before -> page(actor, next, moved, beginning, limit)
                        .map(first ->
                                first.behind(before).with(Holding.without(now, then), Holding.without(then, now))));
    }

    private Mono<Pulled> page(Actor actor, Holding held, PullToken token, Place place, int limit) {
        return lacking(actor, held, token)
                .flatMap(hamlets -> snapshot.page(phone(actor, held), hamlets, place, limit))
                .flatMap(part -> answer(
                        token.at(part.next()),
                        part.items(),
                        part.next() != null || !token.cursor().covers(log.knownHead())));
    }

    private Mono<List<AreaId>> lacking(Actor actor, Holding held, PullToken token) {
        List<AreaId> all = held.extent().hamlets();
        return token.base() == 0
                ? Mono.just(all)
                : holding(actor, token.base())
                        .map(base -> Holding.without(all, base.extent().hamlets()));
    }

    private Mono<Pulled> news(Actor actor, PullToken token, Holding held, int limit) {
        return end(token.cursor())
                .flatMap(end -> token.cursor().covers(end)
                        ? answer(token, List.of(), false)
                        : log.excerpt(token.cursor(), end, concern(actor, held), limit * ENTRIES_PER_DOCUMENT)
                                .map(excerpt -> News.of(excerpt, token.cursor(), limit))
                                .flatMap(news -> delivered(actor, held, news, end)));
    }

    /** From memory when this node knows of everything that the phone has read; another one may have told it more. */
    private Mono<Cursor> end(Cursor read) {
        Cursor known = log.knownHead();
        return known.covers(read)
                ? Mono.just(known)
                : log.storedHead()
                        .filter(head -> head.covers(read))
                        .switchIfEmpty(Mono.error(() -> Problem.invalid("/after", "cursor-ahead")));
    }

    private Concern concern(Actor actor, Holding held) {
        Set<AreaId> hamlets =
                actor.scope().everything() ? null : Set.copyOf(held.extent().hamlets());
        AreaId own = PersonalShelf.placeOf(actor.memberId());
        return new Concern(hamlets, shelves.kindsOf(actor), shelves.personalKinds(), own);
    }

    private Mono<Pulled> delivered(Actor actor, Holding held, News news, Cursor end) {
        Mono<Holding> now = news.has("team") || news.has("member") ? latest(actor, held.extent()) : Mono.just(held);
        return now.flatMap(next -> deliveries
                .of(phone(actor, next), held, news)
                .flatMap(items -> answer(
                        new PullToken(actor.memberId(), next.version(), 0, null, news.upTo()),
                        items,
                        !news.upTo().covers(end))));
    }

    private Mono<Pulled> answer(PullToken token, List<Item> items, boolean more) {
        return tokens.write(token).map(next -> new Pulled(items, next, more, token.holding(), List.of(), List.of()));
    }

    private Phone phone(Actor actor, Holding held) {
        return new Phone(actor, held, visitsSince());
    }

    private Mono<Holding> holding(Actor actor, long version) {
        return holdings.find(actor.memberId(), version).switchIfEmpty(Mono.error(Pull::resync));
    }

    private static Problem resync() {
        return Problem.of(ProblemCode.RESYNC_REQUIRED, "resync-required");
    }
}
