/** Who is asking: from a token to an actor. */
@NullMarked
package vn.toso.api.security;

import org.jspecify.annotations.NullMarked;
