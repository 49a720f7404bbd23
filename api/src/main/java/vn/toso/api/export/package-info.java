/** Whole lists over HTTP, streamed. */
@NullMarked
package vn.toso.api.export;

import org.jspecify.annotations.NullMarked;
