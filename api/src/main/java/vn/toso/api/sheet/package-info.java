/** Lists that people send as spreadsheets. */
@NullMarked
package vn.toso.api.sheet;

import org.jspecify.annotations.NullMarked;
