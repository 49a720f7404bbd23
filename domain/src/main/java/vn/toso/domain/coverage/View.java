package vn.toso.domain.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.AreaTree;
import vn.toso.domain.coverage.CoverageOf.AreaCoverage;
import vn.toso.domain.coverage.Coverages.Count;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.problem.Problem;

/**
 * An area in the tree of a day.
 *
 * @param day whose tree it is
 */
record View(AreaTree tree, LocalDate day, Area area) {

    /** Fails with {@code not-found} when the area isn't in that tree, or not in the actor's scope. */
    static View of(Actor actor, AreaTree tree, LocalDate day, AreaId area) {
        return tree.find(area)
                .filter(found -> found.existsOn(day))
                .map(found -> new View(tree, day, found))
                .filter(view -> view.isWithin(actor))
                .orElseThrow(() -> Problem.notFound("area"));
    }

    /** An area of the past is in scope when all its hamlets are. */
    private boolean isWithin(Actor actor) {
        if (actor.scope().hasArea(area.id())) {
            return true;
        }
        List<AreaId> hamlets = hamlets();
        return !hamlets.isEmpty() && hamlets.stream().allMatch(actor.scope()::hasHamlet);
    }

    List<AreaId> hamlets() {
        return hamletsOf(area).stream().map(Area::id).toList();
    }

    List<Area> hamletsOf(Area top) {
        return tree.hamletsUnder(top.id(), day);
    }

    List<Area> children() {
        return tree.children(area.id(), day);
    }

    /** Hamlets added up; those never counted add nothing but what their head declared. */
    AreaCoverage sum(Area top, Map<AreaId, Count> counts) {
        HouseholdCount households = HouseholdCount.EMPTY;
        TeamCount teams = TeamCount.NONE;
        Map<String, Cell> cells = new TreeMap<>();
        for (Area hamlet : hamletsOf(top)) {
            Count count = counts.get(hamlet.id());
            households = households.plus(HouseholdCount.declared(declared(hamlet)));
            teams = teams.plus(TeamCount.ofHamlet(count == null ? null : count.team(), day));
            if (count != null) {
                households = households.plus(count.households().withoutDeclared());
                count.services().forEach((service, cell) -> cells.merge(service, cell, Cell::plus));
            }
        }
        return new AreaCoverage(top.id(), top.fullName(), former(top), top.level(), households, teams, cells);
    }

    @Nullable
    String former(Area top) {
        return top.level() == AreaLevel.HAMLET
                ? tree.formerCommuneOf(top.id(), day).map(Area::fullName).orElse(null)
                : null;
    }

    /** The head's latest word, for past days too: it has no date. */
    private static @Nullable Long declared(Area hamlet) {
        Area.HamletFacts facts = hamlet.hamletFacts();
        Integer declared = facts == null ? null : facts.householdsDeclared();
        return declared == null ? null : Long.valueOf(declared);
    }
}
