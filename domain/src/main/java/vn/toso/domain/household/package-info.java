/** Households and their residents. */
@NullMarked
package vn.toso.domain.household;

import org.jspecify.annotations.NullMarked;
