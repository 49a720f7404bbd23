package vn.toso.domain.household;

import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.MutationId;

/**
 * Whose change it is.
 *
 * @param mutation by which a phone sent it; null where it was made here and now
 */
record Hand(MemberId by, @Nullable MutationId mutation) {}
