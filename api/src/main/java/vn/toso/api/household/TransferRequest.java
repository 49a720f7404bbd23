package vn.toso.api.household;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;

/**
 * A household's move.
 *
 * @param hamletId where it lives from then on
 * @param on its first day there; absent means today
 */
record TransferRequest(AreaId hamletId, @Nullable LocalDate on) {}
