/** What controllers are asked for goes down in the audit. */
@NullMarked
package vn.toso.api.trail;

import org.jspecify.annotations.NullMarked;
