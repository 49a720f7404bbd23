package vn.toso.domain.sync;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.AreaTree;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.sync.Holding.Extent;

/** Where somebody works, by today's tree in memory. */
final class Extents {

    private final AreaTrees trees;
    private final Clock clock;

    Extents(AreaTrees trees, Clock clock) {
        this.trees = trees;
        this.clock = clock;
    }

    Extent of(Actor actor) {
        AreaTree tree = trees.current();
        LocalDate today = Days.today(clock);
        return actor.scope().everything() ? ofEverybody(actor, tree, today) : within(actor, tree, today);
    }

    /** Who sees the whole province gets its units; its thousands of hamlets are asked for on demand. */
    private static Extent ofEverybody(Actor actor, AreaTree tree, LocalDate today) {
        List<AreaId> units = tree.all().stream()
                .filter(area -> area.level() != AreaLevel.HAMLET && area.existsOn(today))
                .map(Area::id)
                .toList();
        return new Extent(actor.role(), List.of(), Holding.sorted(units));
    }

    private static Extent within(Actor actor, AreaTree tree, LocalDate today) {
        Set<AreaId> shown = new HashSet<>();
        for (AreaId area : actor.scope().areas()) {
            shown.add(area);
            tree.pathOf(area, today).forEach(above -> shown.add(above.id()));
        }
        return new Extent(actor.role(), Holding.sorted(actor.scope().hamlets()), Holding.sorted(shown));
    }
}
