package vn.toso.domain.area;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import vn.toso.domain.access.Scope;
import vn.toso.domain.id.AreaId;

/** From somebody's home areas to what they may see. */
public final class Scopes {

    private Scopes() {}

    /**
     * The home areas and all that lies under them in the tree of a day. Who has every province there is has everything,
     * hamlets that this node has not heard of yet among them.
     */
    public static Scope of(AreaTree tree, Collection<AreaId> homes, LocalDate day) {
        Set<AreaId> provinces = new HashSet<>();
        tree.roots(day).forEach(root -> provinces.add(root.id()));
        return !provinces.isEmpty() && homes.containsAll(provinces) ? Scope.all() : below(tree, homes, day);
    }

    private static Scope below(AreaTree tree, Collection<AreaId> homes, LocalDate day) {
        Set<AreaId> areas = new HashSet<>();
        Set<AreaId> hamlets = new HashSet<>();
        for (AreaId home : homes) {
            for (Area area : tree.subtree(home, day)) {
                areas.add(area.id());
                if (area.level() == AreaLevel.HAMLET) {
                    hamlets.add(area.id());
                }
            }
        }
        return Scope.of(areas, hamlets);
    }
}
