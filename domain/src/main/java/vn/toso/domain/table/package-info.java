/** Tables in spreadsheets as people keep them: found, read, and every row known by its number. */
@NullMarked
package vn.toso.domain.table;

import org.jspecify.annotations.NullMarked;
