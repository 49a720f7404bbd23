/** The page for leaders and staff: its files, its settings and what browsers may do with it. */
@NullMarked
package vn.toso.api.dashboard;

import org.jspecify.annotations.NullMarked;
