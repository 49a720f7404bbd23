package vn.toso.domain.coverage;

import static com.mongodb.client.model.Projections.include;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.area.AreaTree;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.household.Households;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.service.Catalogue;
import vn.toso.domain.service.Catalogues;
import vn.toso.domain.storage.Invariant;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Teams;
import vn.toso.domain.visit.Visits;

/** Every figure of a hamlet, today's and those of the days before, is the one that its households give. */
public final class CoverageFollowsHouseholds implements Invariant {

    private final Coverages coverages;
    private final Households households;
    private final Visits visits;
    private final Teams teams;
    private final Members members;
    private final AreaTrees trees;
    private final Catalogues catalogues;
    private final Clock clock;

    public CoverageFollowsHouseholds(
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

    @Override
    public String promise() {
        return "coverage counts every hamlet as its households and visits say";
    }

    @Override
    public Flux<Broken> broken() {
        return Mono.zip(trees.refresh(), catalogues.refresh())
                .flatMap(read -> due(read.getT2()))
                .flatMapMany(due -> hamlets().filter(hamlet -> !due.contains(hamlet)))
                .concatMap(this::wrong)
                .map(hamlet -> new Broken("coverage " + hamlet, "does not say what the hamlet's households add up to"));
    }

    /** What waits for its recount, since a day came or the catalogue changed, is late and not wrong. */
    private Mono<Set<AreaId>> due(Catalogue catalogue) {
        return coverages.due(Days.today(clock), Layout.catalogueAt(catalogue)).collect(Collectors.toSet());
    }

    private Flux<AreaId> hamlets() {
        return Flux.from(coverages
                        .collection()
                        .documents()
                        .find(Coverages.Key.class)
                        .projection(include("_id")))
                .map(Coverages.Key::id);
    }

    /** Books of its own for each: what is open elsewhere may be what is wrong. */
    private Mono<AreaId> wrong(AreaId hamlet) {
        HamletBooks books = new HamletBooks(coverages, households, visits, teams, members, trees, catalogues);
        books.adoptCatalogue();
        AreaTree tree = trees.current();
        Instant now = clock.instant();
        LocalDate today = Days.of(now);
        return books.book(hamlet)
                .filter(book -> book.recount(tree.find(hamlet).orElse(null), today, now, false) != null)
                .map(HamletBook::hamlet);
    }
}
