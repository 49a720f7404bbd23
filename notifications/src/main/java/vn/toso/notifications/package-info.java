/**
 * From a change to a phone: who is to be told what ({@code notice}), and how it reaches them. Push is a hint, the inbox
 * is the truth.
 */
@NullMarked
package vn.toso.notifications;

import org.jspecify.annotations.NullMarked;
