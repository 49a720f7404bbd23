package vn.toso.api.team;

import java.time.Clock;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.id.AreaId;

/** Where teams and members of an area may be at home: in it, or in what lies under it today. */
@Component
class Homes {

    private final AreaTrees trees;
    private final Clock clock;

    Homes(AreaTrees trees, Clock clock) {
        this.trees = trees;
        this.clock = clock;
    }

    /** Null when no area is asked for; nothing for an area that is unknown or gone. */
    @Nullable
    Collection<AreaId> in(@Nullable AreaId area) {
        return area == null
                ? null
                : trees.current().subtree(area, Days.today(clock)).stream()
                        .map(Area::id)
                        .toList();
    }
}
