/** The audit over HTTP. */
@NullMarked
package vn.toso.api.audit;

import org.jspecify.annotations.NullMarked;
