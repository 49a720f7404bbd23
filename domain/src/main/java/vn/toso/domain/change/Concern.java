package vn.toso.domain.change;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;

/**
 * Which entries of the log concern somebody.
 *
 * @param hamlets entries of these and those that belong to no hamlet; null for entries of every hamlet
 * @param kinds only entries of these kinds
 * @param personal kinds of documents that are one person's alone: even somebody with every hamlet hears of the own ones
 *     only
 * @param own where the own documents of personal kinds are told; null for somebody without any
 */
public record Concern(
        @Nullable Set<AreaId> hamlets,
        Set<String> kinds,
        Set<String> personal,
        @Nullable AreaId own) {

    /** Nothing personal. */
    public Concern(@Nullable Set<AreaId> hamlets, Set<String> kinds) {
        this(hamlets, kinds, Set.of(), null);
    }

    boolean isEverywhere() {
        return hamlets == null;
    }
}
