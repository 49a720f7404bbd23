/** The OpenAPI document. */
@NullMarked
package vn.toso.api.docs;

import org.jspecify.annotations.NullMarked;
