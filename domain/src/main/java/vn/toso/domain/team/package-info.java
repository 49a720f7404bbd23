/** Members and their teams. */
@NullMarked
package vn.toso.domain.team;

import org.jspecify.annotations.NullMarked;
