/** Work that is handed out. */
@NullMarked
package vn.toso.domain.task;

import org.jspecify.annotations.NullMarked;
