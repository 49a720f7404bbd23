/**
 * The server in the JVM: mongo-java-server's commands over an H2 MVStore file, with what it lacks for our use: an answer
 * only after its commit, indexes that are walked in order, and documents that no reader sees half-changed.
 *
 * <p>Right for a first run, a demo, tests and the pilot of a commune; not for a district.
 */
@NullMarked
package vn.toso.domain.storage.embedded;

import org.jspecify.annotations.NullMarked;
