/** Coverage for the public. */
@NullMarked
package vn.toso.api.opendata;

import org.jspecify.annotations.NullMarked;
