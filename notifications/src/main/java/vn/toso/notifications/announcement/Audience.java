package vn.toso.notifications.announcement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.AreaTree;
import vn.toso.domain.id.AreaId;

/** Whose homes an announcement reaches. */
final class Audience {

    private Audience() {}

    /** The area and all below it on a day; null for a province, which is everybody and needs no list of its thousands. */
    static @Nullable List<AreaId> of(AreaTree tree, AreaId area, LocalDate day) {
        boolean everybody = tree.find(area)
                        .filter(found -> found.level() == AreaLevel.PROVINCE)
                        .isPresent()
                && tree.roots(day).size() == 1;
        return everybody ? null : tree.subtree(area, day).stream().map(Area::id).toList();
    }
}
