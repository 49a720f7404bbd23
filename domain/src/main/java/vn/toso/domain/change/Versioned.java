package vn.toso.domain.change;

import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.Id;
import vn.toso.domain.storage.Revision;

/**
 * A document of a logged collection.
 *
 * @param <D> the document's own type
 */
public interface Versioned<D extends Versioned<D>> {

    Id key();

    Revision revision();

    /** The hamlet whose phones hold this document; null for what belongs to no hamlet. */
    @Nullable
    AreaId hamlet();

    /** The hamlet that this very version took the document out of; null for every other version. */
    default @Nullable AreaId leftHamlet() {
        return null;
    }

    /** The same content in its next revision. */
    D revised(Revision next);
}
