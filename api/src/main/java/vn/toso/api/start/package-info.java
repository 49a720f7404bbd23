/** From the settings to a server that is ready: what may start, in which order, and what is said about it. */
@NullMarked
package vn.toso.api.start;

import org.jspecify.annotations.NullMarked;
