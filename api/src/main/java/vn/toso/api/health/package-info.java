/** Whether this node can serve. */
@NullMarked
package vn.toso.api.health;

import org.jspecify.annotations.NullMarked;
