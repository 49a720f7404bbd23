package vn.toso.domain.world;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Areas;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Households;
import vn.toso.domain.service.Catalogues;
import vn.toso.domain.service.Services;
import vn.toso.domain.storage.Store;
import vn.toso.domain.team.MemberDirectory;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Teams;

/** {@link TestWorld} in a database, with the collections to read and write it. */
public final class StoredWorld {

    private static final Duration SOON = Duration.ofSeconds(30);

    public final Areas areas;
    public final AreaTrees trees;
    public final Members members;
    public final Teams teams;
    public final MemberDirectory directory;
    public final Services services;
    public final Catalogues catalogues;
    public final Households households;

    /** As of {@link TestWorld#NOW}, with a change log of its own. */
    public StoredWorld(Store store) {
        this(store, new ChangeLog(store, TestWorld.CLOCK), TestWorld.CLOCK);
    }

    /** Creates the collections with their indexes and puts the world into them; waits until it is there. */
    public StoredWorld(Store store, ChangeLog log, Clock clock) {
        areas = new Areas(store, log, clock);
        trees = new AreaTrees(areas);
        members = new Members(store, log, clock);
        teams = new Teams(store, log, clock);
        directory = new MemberDirectory(members, trees, clock);
        services = new Services(store, log, clock);
        catalogues = new Catalogues(services);
        households = new Households(store, log, clock);
        Flux.concat(
                        areas.collection().createIndexes(),
                        members.collection().createIndexes(),
                        teams.collection().createIndexes(),
                        services.collection().createIndexes(),
                        households.collection().createIndexes())
                .blockLast(SOON);
        put(areas.collection(), TestWorld.AREAS);
        put(members.collection(), TestWorld.MEMBERS);
        put(teams.collection(), List.of(TestWorld.TEAM));
        put(services.collection(), TestCatalogue.ROWS);
        Mono.when(trees.refresh(), catalogues.refresh()).block(SOON);
    }

    /** Stores households as they are, in their first version. */
    public List<Household> put(HouseholdBuilder... added) {
        return put(
                households.collection(),
                List.of(added).stream().map(HouseholdBuilder::build).toList());
    }

    private static <D extends Versioned<D>> List<D> put(LoggedCollection<D> documents, List<D> added) {
        return documents.insertAll(Actor.SYSTEM, added).collectList().block(SOON);
    }
}
