/** Who acts, in which role, within which scope. */
@NullMarked
package vn.toso.domain.access;

import org.jspecify.annotations.NullMarked;
