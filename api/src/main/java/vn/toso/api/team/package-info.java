/** Members and their teams. */
@NullMarked
package vn.toso.api.team;

import org.jspecify.annotations.NullMarked;
