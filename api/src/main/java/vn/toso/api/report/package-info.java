/** Reports of areas, to read and to hand in. */
@NullMarked
package vn.toso.api.report;

import org.jspecify.annotations.NullMarked;
