package vn.toso.domain.coverage;

import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Mono;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.household.Households;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.service.Catalogues;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Teams;
import vn.toso.domain.visit.Visits;

/**
 * Counts the hamlets whose coverage is no longer right although no document of theirs changed: a day came on which
 * somebody is of age or an announced move takes place, or the catalogue says something else. To be run every minute;
 * mostly there is nothing to do. Any number of nodes may do it at once.
 */
public final class RecountDue {

    private static final int AT_A_TIME = 20;

    private final Coverages coverages;
    private final Households households;
    private final Visits visits;
    private final Teams teams;
    private final Members members;
    private final AreaTrees trees;
    private final Catalogues catalogues;
    private final Clock clock;

    public RecountDue(
            Coverages coverages,
            Households households,
            Visits visits,
            Teams teams,
            Members members,
            AreaTrees trees,
            Catalogues catalogues,
            Clock clock) {
        this.coverages = coverages;
        this.households = households;
        this.visits = visits;
        this.teams = teams;
        this.members = members;
        this.trees = trees;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    /** Completes when all that is due is counted; emits how many hamlets that were. */
    public Mono<Long> run() {
        return Mono.zip(trees.refresh(), catalogues.refresh())
                .flatMapMany(read -> coverages.due(Days.today(clock), Layout.catalogueAt(read.getT2())))
                .buffer(AT_A_TIME)
                .concatMap(hamlets -> count(hamlets).thenReturn(hamlets))
                .map(List::size)
                .reduce(0L, Long::sum);
    }

    /**
     * Beside the follower of changes: that one may have found coverage right that was about to be replaced from older
     * documents here, so it is looked at again.
     */
    private Mono<Void> count(List<AreaId> hamlets) {
        return counting().count(hamlets, true).then(settle(hamlets));
    }

    private Mono<Void> settle(List<AreaId> hamlets) {
        return Mono.defer(() -> counting().count(hamlets, false))
                .flatMap(stored -> stored ? settle(hamlets) : Mono.empty());
    }

    /** Books of its own, which nobody else uses at the same time. */
    private CountHamlets counting() {
        HamletBooks books = new HamletBooks(coverages, households, visits, teams, members, trees, catalogues);
        books.adoptCatalogue();
        return new CountHamlets(coverages, books, trees, clock);
    }
}
