/** How far each hamlet has come, and the areas above it. */
@NullMarked
package vn.toso.domain.coverage;

import org.jspecify.annotations.NullMarked;
