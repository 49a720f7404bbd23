/** The phones that pushes go to. */
@NullMarked
package vn.toso.api.device;

import org.jspecify.annotations.NullMarked;
