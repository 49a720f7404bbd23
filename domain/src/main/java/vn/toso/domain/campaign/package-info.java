/** Campaigns: work that is shared out over many households at once. */
@NullMarked
package vn.toso.domain.campaign;

import org.jspecify.annotations.NullMarked;
