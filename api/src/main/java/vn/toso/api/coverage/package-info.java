/** How far an area has come. */
@NullMarked
package vn.toso.api.coverage;

import org.jspecify.annotations.NullMarked;
