/** Work that is handed out, and where it stands. */
@NullMarked
package vn.toso.api.task;

import org.jspecify.annotations.NullMarked;
