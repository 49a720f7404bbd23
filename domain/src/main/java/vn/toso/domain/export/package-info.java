/** Whole lists that somebody takes away: scoped, with pseudonyms, page by page, each one written down. */
@NullMarked
package vn.toso.domain.export;

import org.jspecify.annotations.NullMarked;
