/**
 * The phone's side of sync, small enough to read in one go: what an Android or iOS app does, in Java. The tests and the
 * load generator are its users; {@code PROTOCOL.md} in this module tells the same as text.
 */
@NullMarked
package vn.toso.seed.phone;

import org.jspecify.annotations.NullMarked;
