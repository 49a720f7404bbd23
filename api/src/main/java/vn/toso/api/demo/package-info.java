/** Sign-in without an identity provider; exists in the demo only. */
@NullMarked
package vn.toso.api.demo;

import org.jspecify.annotations.NullMarked;
