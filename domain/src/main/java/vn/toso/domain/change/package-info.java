/**
 * The change log: gapless streams that everything derived follows.
 *
 * <p>A {@link vn.toso.domain.change.LoggedCollection} writes one document and then appends its entry to the
 * {@link vn.toso.domain.change.ChangeLog}. {@link vn.toso.domain.change.ChangeListener}s derive the rest: on one node at
 * a time behind a {@link vn.toso.domain.change.ChangeFollower}, or on every node for what it keeps in memory. A
 * {@link vn.toso.domain.change.Node} runs all of that, and {@link vn.toso.domain.change.ScheduledWork}.
 *
 * <p>A node may die or freeze at any moment, so a listener's batch may come twice, on two nodes, at the same time. What
 * only adds gives its documents ids that follow from the change. What writes one document from others reads it first,
 * replaces only the version that it read, and writes what is right already as well while a
 * {@link vn.toso.domain.change.Turn} is contested.
 */
@NullMarked
package vn.toso.domain.change;

import org.jspecify.annotations.NullMarked;
