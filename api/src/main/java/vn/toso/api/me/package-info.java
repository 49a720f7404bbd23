/** The person who is asking. */
@NullMarked
package vn.toso.api.me;

import org.jspecify.annotations.NullMarked;
