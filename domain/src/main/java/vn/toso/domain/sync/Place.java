package vn.toso.domain.sync;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;

/**
 * How far a snapshot has come.
 *
 * @param kind the kind that comes next
 * @param hamlet the hamlet that comes next within that kind; null for its first one
 * @param after the last document seen of that kind and hamlet; null for none
 */
record Place(String kind, @Nullable AreaId hamlet, @Nullable Key after) {

    /**
     * Where a document stands among those of its kind and hamlet.
     *
     * @param at the moment that they are sorted by before the id; null where the id alone sorts them
     */
    record Key(UUID id, @Nullable Instant at) {}

    Place behind(@Nullable AreaId presentHamlet, Key last) {
        return new Place(kind, presentHamlet, last);
    }
}
