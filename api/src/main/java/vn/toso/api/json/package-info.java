/** How JSON is read (strictly) and written. */
@NullMarked
package vn.toso.api.json;

import org.jspecify.annotations.NullMarked;
