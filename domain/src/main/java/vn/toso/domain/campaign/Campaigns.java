package vn.toso.domain.campaign;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.FindPublisher;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.AreaTree;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.CampaignId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.storage.Page;
import vn.toso.domain.storage.PageToken;
import vn.toso.domain.storage.Store;

/**
 * The campaigns, and every statement about them. A campaign is seen by whoever has one of its areas in scope, and by those
 * who work under one of them.
 */
public final class Campaigns {

    private static final List<IndexModel> INDEXES = List.of(
            new IndexModel(Indexes.ascending("state", "to")),
            new IndexModel(Indexes.compoundIndex(Indexes.ascending("areaIds"), Indexes.descending("_id"))));

    private static final Set<CampaignState> AT_WORK =
            Set.of(CampaignState.LAUNCHING, CampaignState.RUNNING, CampaignState.ENDING);

    private final LoggedCollection<Campaign> campaigns;
    private final AreaTrees trees;
    private final Clock clock;

    public Campaigns(Store store, ChangeLog log, AreaTrees trees, Clock clock) {
        this.campaigns = new LoggedCollection<>(store, log, clock, "campaign", "campaigns", Campaign.class, INDEXES);
        this.trees = trees;
        this.clock = clock;
    }

    /** For those who write campaigns without deciding anything: the loader of demo data, the sweep of the log. */
    public LoggedCollection<Campaign> collection() {
        return campaigns;
    }

    /** The campaign when the actor sees it, else {@code not-found}. */
    public Mono<Campaign> get(Actor actor, CampaignId id) {
        return Mono.fromRunnable(() -> actor.require(Permission.READ_CAMPAIGNS))
                .then(Mono.defer(() -> Mono.from(campaigns
                        .documents()
                        .find(and(eq("_id", id), visible(actor)))
                        .first())))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("campaign")));
    }

    /**
     * The campaigns that the actor sees, the latest first.
     *
     * @param state only those that stand there; null for all
     * @param limit how many, 1 to {@link Page#LARGEST}
     * @param after token of the page before; null for the first
     */
    public Mono<Page<Campaign>> page(Actor actor, @Nullable CampaignState state, int limit, @Nullable String after) {
        return Mono.defer(() -> {
                    actor.require(Permission.READ_CAMPAIGNS);
                    PageToken.checkLimit(limit);
                    return Flux.from(statement(actor, state, limit + 1, after)).collectList();
                })
                .map(found -> Page.of(found, limit, last -> PageToken.of(last.id())));
    }

    FindPublisher<Campaign> statement(Actor actor, @Nullable CampaignState state, int howMany, @Nullable String after) {
        Bson those = state == null ? Filters.empty() : eq("state", state);
        Bson rest = after == null
                ? Filters.empty()
                : lt("_id", PageToken.uuid(PageToken.parts(after, 1).get(0)));
        return campaigns
                .documents()
                .find(and(visible(actor), those, rest))
                .sort(descending("_id"))
                .limit(howMany);
    }

    /** Those that have work under way; few. */
    Flux<Campaign> atWork() {
        return Flux.from(statementAtWork());
    }

    FindPublisher<Campaign> statementAtWork() {
        return campaigns.documents().find(in("state", AT_WORK));
    }

    private Bson visible(Actor actor) {
        return actor.scope().everything() ? Filters.empty() : in("areaIds", around(actor));
    }

    /** The scope and what lies above it. */
    private Set<AreaId> around(Actor actor) {
        AreaTree tree = trees.current();
        LocalDate today = Days.today(clock);
        Set<AreaId> around = new HashSet<>(actor.scope().areas());
        actor.scope().areas().forEach(area -> tree.pathOf(area, today).forEach(above -> around.add(above.id())));
        return around;
    }
}
