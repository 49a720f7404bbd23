/**
 * How notices reach phones: the outbox, when it may ring, what is done with FCM's answers. Any number of nodes does it on
 * one database.
 */
@NullMarked
package vn.toso.notifications.delivery;

import org.jspecify.annotations.NullMarked;
