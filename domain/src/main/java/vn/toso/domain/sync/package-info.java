/**
 * What phones exchange with the server. Work that they did offline comes in: taken in once, in conflict or in quarantine,
 * never lost. The documents of their scope go out: none is skipped.
 */
@NullMarked
package vn.toso.domain.sync;

import org.jspecify.annotations.NullMarked;
