package vn.toso.domain.change;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;

/**
 * Which entries of the log concern somebody.
 *
 * @param hamlets entries of these and those that belong to no hamlet; null for entries of every hamlet
 * @param kinds only entries of these kinds
 */
public record Concern(@Nullable Set<AreaId> hamlets, Set<String> kinds) {

    boolean isEverywhere() {
        return hamlets == null;
    }
}
