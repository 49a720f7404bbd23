package vn.toso.domain.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaTree;
import vn.toso.domain.coverage.CoverageOf.AreaCoverage;
import vn.toso.domain.coverage.Coverages.Count;
import vn.toso.domain.coverage.LiveCoverage.Picture;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.problem.Problem;

/**
 * One area that somebody looks at. Its counts belong to the one loop of {@link LiveCoverage}; only who looks comes and
 * goes beside it.
 */
final class LiveArea {

    private final AreaId id;
    private final Sinks.Many<Picture> sink = Sinks.many().replay().latest();
    private final Map<AreaId, Count> counts = new HashMap<>();
    private final Map<AreaId, AreaCoverage> children = new LinkedHashMap<>();
    private Map<AreaId, Area> childOf = Map.of();
    private Set<AreaId> asked = Set.of();
    private @Nullable View view;
    private boolean fresh;
    private Instant asOf = Instant.EPOCH;
    private long number;
    private int listeners;

    LiveArea(AreaId id) {
        this.id = id;
    }

    LiveArea joined() {
        listeners++;
        return this;
    }

    /** Whether nobody is left. */
    boolean left() {
        listeners--;
        return listeners == 0;
    }

    Flux<Picture> pictures() {
        return sink.asFlux();
    }

    /** The hamlets whose counts the next picture needs: those that changed, or all of them in another tree. */
    Set<AreaId> wanted(AreaTree tree, LocalDate today, Set<AreaId> changed) {
        if (view == null || view.tree() != tree || !view.day().equals(today)) {
            return adopt(tree, today);
        }
        Set<AreaId> mine = new HashSet<>();
        changed.stream().filter(childOf::containsKey).forEach(mine::add);
        // What an earlier, failed reading owes.
        mine.addAll(asked);
        asked = mine;
        return mine;
    }

    private Set<AreaId> adopt(AreaTree tree, LocalDate today) {
        try {
            View seen = View.of(Actor.SYSTEM, tree, today, id);
            Map<AreaId, Area> places = new HashMap<>();
            for (Area child : seen.children()) {
                seen.hamletsOf(child).forEach(hamlet -> places.put(hamlet.id(), child));
            }
            seen.hamlets().forEach(hamlet -> places.putIfAbsent(hamlet, seen.area()));
            view = seen;
            childOf = places;
            asked = Set.copyOf(places.keySet());
            fresh = true;
            return asked;
        } catch (Problem gone) {
            view = null;
            asked = Set.of();
            sink.tryEmitError(gone);
            return asked;
        }
    }

    /**
     * Draws the next picture where there is something new.
     *
     * @param read the counts as read, of other areas' hamlets among them; hamlets never counted are left out
     * @param begun everything acknowledged before it is in what was read
     * @param heard everything acknowledged before it was heard of, of all hamlets
     */
    void draw(Map<AreaId, Count> read, Instant begun, Instant heard) {
        View now = view;
        if (now == null || (asked.isEmpty() && !fresh)) {
            return;
        }
        if (fresh) {
            counts.clear();
        }
        asked.forEach(hamlet -> put(hamlet, read.get(hamlet)));
        asOf = later(asOf, fresh ? begun : heard);
        Set<AreaId> moved = sum(now);
        if (!moved.isEmpty() || fresh) {
            emit(now, moved);
        }
        asked = Set.of();
        fresh = false;
    }

    private void put(AreaId hamlet, @Nullable Count count) {
        if (count != null) {
            counts.put(hamlet, count);
        }
    }

    /** The children whose sums changed; the area itself where it is a hamlet. */
    private Set<AreaId> sum(View now) {
        Collection<Area> affected = fresh ? now.children() : affected();
        Map<AreaId, AreaCoverage> before = fresh ? Map.of() : Map.copyOf(children);
        if (fresh) {
            children.clear();
        }
        Set<AreaId> moved = new HashSet<>();
        for (Area child : affected) {
            AreaCoverage summed = now.sum(child, counts);
            if (child.id().equals(id) || !summed.equals(before.get(child.id()))) {
                moved.add(child.id());
            }
            if (!child.id().equals(id)) {
                children.put(child.id(), summed);
            }
        }
        return moved;
    }

    private Collection<Area> affected() {
        Map<AreaId, Area> affected = new LinkedHashMap<>();
        for (AreaId hamlet : asked) {
            Area child = childOf.get(hamlet);
            if (child != null) {
                affected.put(child.id(), child);
            }
        }
        return affected.values();
    }

    private void emit(View now, Set<AreaId> moved) {
        List<AreaCoverage> below = new ArrayList<>(children.values());
        AreaCoverage top = below.isEmpty() ? now.sum(now.area(), counts) : top(now.area(), below);
        number++;
        sink.tryEmitNext(new Picture(top, below, Set.copyOf(moved), number, Marks.of(top, below), asOf));
    }

    /** A province is summed from some twenty areas instead of thousands of hamlets. */
    private static AreaCoverage top(Area area, List<AreaCoverage> below) {
        HouseholdCount households = HouseholdCount.EMPTY;
        TeamCount teams = TeamCount.NONE;
        Map<String, Cell> cells = new TreeMap<>();
        for (AreaCoverage child : below) {
            households = households.plus(child.households());
            teams = teams.plus(Objects.requireNonNull(child.teams()));
            child.cells().forEach((service, cell) -> cells.merge(service, cell, Cell::plus));
        }
        return new AreaCoverage(area.id(), area.fullName(), null, area.level(), households, teams, cells);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
