/** How much of the node anybody gets, so that everybody gets some of it. */
@NullMarked
package vn.toso.api.limits;

import org.jspecify.annotations.NullMarked;
