/** Firebase Cloud Messaging: how messages look there, and what its answers mean. Nothing else knows of Firebase. */
@NullMarked
package vn.toso.notifications.fcm;

import org.jspecify.annotations.NullMarked;
