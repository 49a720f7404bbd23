/** Visits at doors and sessions in hamlets. */
@NullMarked
package vn.toso.api.visit;

import org.jspecify.annotations.NullMarked;
