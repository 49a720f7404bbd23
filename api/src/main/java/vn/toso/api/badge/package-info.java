/** What a citizen sees who scans a member's code. */
@NullMarked
package vn.toso.api.badge;

import org.jspecify.annotations.NullMarked;
