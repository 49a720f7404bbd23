/** Households and their residents. */
@NullMarked
package vn.toso.api.household;

import org.jspecify.annotations.NullMarked;
