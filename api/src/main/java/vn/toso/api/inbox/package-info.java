/** What somebody was told. */
@NullMarked
package vn.toso.api.inbox;

import org.jspecify.annotations.NullMarked;
