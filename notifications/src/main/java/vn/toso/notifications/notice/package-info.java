/** What members are told: the rules that make notices of changes and of the clock, the inbox, the wording. */
@NullMarked
package vn.toso.notifications.notice;

import org.jspecify.annotations.NullMarked;
