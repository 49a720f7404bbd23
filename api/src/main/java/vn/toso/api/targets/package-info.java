/** What areas are to reach, over HTTP. */
@NullMarked
package vn.toso.api.targets;

import org.jspecify.annotations.NullMarked;
