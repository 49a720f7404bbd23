package vn.toso.domain.access;

import java.util.Collection;
import java.util.Set;
import vn.toso.domain.id.AreaId;

/**
 * The part of the province that somebody may see: areas of today's tree, and the hamlets under them.
 *
 * @param everything true for the whole province: then the sets are empty and are not asked
 * @param areas home areas and every area below them today
 * @param hamlets the hamlets among {@code areas}
 */
public record Scope(boolean everything, Set<AreaId> areas, Set<AreaId> hamlets) {

    public static Scope all() {
        return new Scope(true, Set.of(), Set.of());
    }

    public static Scope of(Collection<AreaId> areas, Collection<AreaId> hamlets) {
        return new Scope(false, Set.copyOf(areas), Set.copyOf(hamlets));
    }

    public boolean hasHamlet(AreaId hamlet) {
        return everything || hamlets.contains(hamlet);
    }

    public boolean hasArea(AreaId area) {
        return everything || areas.contains(area);
    }
}
