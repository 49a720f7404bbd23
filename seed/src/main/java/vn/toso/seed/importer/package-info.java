/** Files that people keep their lists in: spreadsheets and CSV, as rows. */
@NullMarked
package vn.toso.seed.importer;

import org.jspecify.annotations.NullMarked;
