package vn.toso.api.area;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaTree;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;

/** Shows areas in their place in the tree of a day. */
@Component
class Places {

    private final AreaTrees trees;
    private final AreaMapper mapper;
    private final Clock clock;

    Places(AreaTrees trees, AreaMapper mapper, Clock clock) {
        this.trees = trees;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** In today's place; what is gone in its last one. */
    AreaResponse of(Area area) {
        return of(area, null);
    }

    /** In its place on a day it stood; null for today, or its last day when it is gone. */
    AreaResponse of(Area area, @Nullable LocalDate asked) {
        LocalDate day = asked == null ? latestDay(area) : asked;
        AreaTree tree = trees.current();
        return mapper.toResponse(
                area,
                tree.pathOf(area.id(), day),
                tree.formerCommuneOf(area.id(), day).orElse(null));
    }

    private LocalDate latestDay(Area area) {
        LocalDate today = Days.today(clock);
        LocalDate end = area.validTo();
        return end == null || today.isBefore(end) ? today : end.minusDays(1);
    }
}
