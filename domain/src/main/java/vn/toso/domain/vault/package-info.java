/** Citizens' data as they lie in the database: sealed, under keys that lie elsewhere, and found by marks. */
@NullMarked
package vn.toso.domain.vault;

import org.jspecify.annotations.NullMarked;
