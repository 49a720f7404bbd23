/** Typed ids and their source. */
@NullMarked
package vn.toso.domain.id;

import org.jspecify.annotations.NullMarked;
