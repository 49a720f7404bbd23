/** The one catalogue of problems that a caller can meet. */
@NullMarked
package vn.toso.domain.problem;

import org.jspecify.annotations.NullMarked;
