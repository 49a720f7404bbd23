/** Fills the store at start: reference data always, demo data in a demo. */
@NullMarked
package vn.toso.seed;

import org.jspecify.annotations.NullMarked;
