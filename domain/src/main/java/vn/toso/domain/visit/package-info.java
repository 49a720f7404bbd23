/** Visits, and the state of households that follows from them. */
@NullMarked
package vn.toso.domain.visit;

import org.jspecify.annotations.NullMarked;
