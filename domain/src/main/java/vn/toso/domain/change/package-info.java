/** The change log: gapless streams that everything derived follows. */
@NullMarked
package vn.toso.domain.change;

import org.jspecify.annotations.NullMarked;
