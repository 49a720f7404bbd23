package vn.toso.domain.team;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.storage.Page;
import vn.toso.domain.storage.PageToken;
import vn.toso.domain.storage.Store;

/** The teams, and every statement about them. */
public final class Teams {

    /** An area has one team; only the store can say so to two nodes that found it at the same moment. */
    private static final IndexModel ONE_OF_AREA =
            new IndexModel(Indexes.ascending("areaId"), new IndexOptions().unique(true));

    private static final List<IndexModel> INDEXES = List.of(
            ONE_OF_AREA,
            new IndexModel(Indexes.ascending("areaId", "_id")),
            new IndexModel(Indexes.ascending("members.memberId")));

    private final LoggedCollection<Team> teams;

    public Teams(Store store, ChangeLog log, Clock clock) {
        this.teams = new LoggedCollection<>(store, log, clock, "team", "teams", Team.class, INDEXES);
    }

    /** For those who write teams without deciding anything: the loader of demo data, the sweep of the log. */
    public LoggedCollection<Team> collection() {
        return teams;
    }

    /** A team of the actor's scope, or one the actor belongs to; else {@code not-found}. */
    public Mono<Team> get(Actor actor, TeamId id) {
        return Mono.fromRunnable(() -> actor.require(Permission.READ_TEAMS))
                .then(Mono.from(teams.documents()
                        .find(and(eq("_id", id), visible(actor)))
                        .first()))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("team")));
    }

    /**
     * The teams that the actor sees, by id.
     *
     * @param areas only teams of these areas; null for the whole scope
     * @param limit how many, 1 to {@link Page#LARGEST}
     * @param after token of the page before; null for the first
     */
    public Mono<Page<Team>> list(Actor actor, @Nullable Collection<AreaId> areas, int limit, @Nullable String after) {
        return Mono.fromRunnable(() -> actor.require(Permission.READ_TEAMS))
                .thenMany(Flux.defer(() -> page(actor, areas, limit, after)))
                .collectList()
                .map(oneMore -> Page.of(oneMore, limit, last -> PageToken.of(last.id())));
    }

    /** The teams that somebody belongs to. */
    public Flux<Team> ofMember(MemberId member) {
        return Flux.from(teams.documents().find(eq("members.memberId", member)).sort(ascending("_id")));
    }

    /** The teams of the actor's scope and those that the actor belongs to, in no particular order. */
    public Flux<Team> visibleTo(Actor actor) {
        return Flux.from(teams.documents().find(visible(actor)));
    }

    /** The teams of these areas. */
    public Flux<Team> ofAreas(Collection<AreaId> areas) {
        return areas.isEmpty() ? Flux.empty() : Flux.from(teams.documents().find(in("areaId", areas)));
    }

    private Flux<Team> page(Actor actor, @Nullable Collection<AreaId> areas, int limit, @Nullable String after) {
        PageToken.checkLimit(limit);
        List<Bson> conditions = new ArrayList<>(List.of(visible(actor)));
        if (areas != null) {
            conditions.add(in("areaId", areas));
        }
        if (after != null) {
            conditions.add(gt("_id", PageToken.uuid(PageToken.parts(after, 1).get(0))));
        }
        return Flux.from(
                teams.documents().find(and(conditions)).sort(ascending("_id")).limit(limit + 1));
    }

    private static Bson visible(Actor actor) {
        return actor.scope().everything()
                ? Filters.empty()
                : Filters.or(in("areaId", actor.scope().areas()), eq("members.memberId", actor.memberId()));
    }
}
