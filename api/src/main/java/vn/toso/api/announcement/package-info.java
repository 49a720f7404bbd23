/** What leaders and staff say to everybody of an area. */
@NullMarked
package vn.toso.api.announcement;

import org.jspecify.annotations.NullMarked;
