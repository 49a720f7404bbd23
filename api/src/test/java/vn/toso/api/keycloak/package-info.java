/** With a real issuer of tokens: Keycloak in a process of its own. Only in the profile {@code keycloak}. */
@NullMarked
package vn.toso.api.keycloak;

import org.jspecify.annotations.NullMarked;
