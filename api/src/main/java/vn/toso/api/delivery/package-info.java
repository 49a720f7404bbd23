/** When phones may ring. */
@NullMarked
package vn.toso.api.delivery;

import org.jspecify.annotations.NullMarked;
