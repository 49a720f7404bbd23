/** When and to whom something is told. */
@NullMarked
package vn.toso.api.notice;

import org.jspecify.annotations.NullMarked;
