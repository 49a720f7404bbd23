/** The phones that notices go to: whose they are, in which language they speak, when they last synchronised. */
@NullMarked
package vn.toso.notifications.device;

import org.jspecify.annotations.NullMarked;
