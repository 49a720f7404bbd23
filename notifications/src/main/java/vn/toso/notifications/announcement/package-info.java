/** What leaders and staff have to say to everybody of an area, and how it gets to all of them. */
@NullMarked
package vn.toso.notifications.announcement;

import org.jspecify.annotations.NullMarked;
