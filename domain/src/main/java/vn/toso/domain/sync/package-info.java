/** Work that phones did offline: taken in once, in conflict or in quarantine, never lost. */
@NullMarked
package vn.toso.domain.sync;

import org.jspecify.annotations.NullMarked;
