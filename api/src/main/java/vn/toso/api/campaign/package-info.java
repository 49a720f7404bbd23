/** Campaigns over HTTP. */
@NullMarked
package vn.toso.api.campaign;

import org.jspecify.annotations.NullMarked;
