@NullMarked
package vn.toso.notifications;

import org.jspecify.annotations.NullMarked;
