/**
 * The change log: gapless streams that everything derived follows.
 *
 * <p>A {@link vn.toso.domain.change.LoggedCollection} writes one document and then appends its entry to the
 * {@link vn.toso.domain.change.ChangeLog}. {@link vn.toso.domain.change.ChangeListener}s derive the rest: on one node at
 * a time behind a {@link vn.toso.domain.change.ChangeFollower}, or on every node for what it keeps in memory. A
 * {@link vn.toso.domain.change.Node} runs all of that, and {@link vn.toso.domain.change.ScheduledWork}.
 */
@NullMarked
package vn.toso.domain.change;

import org.jspecify.annotations.NullMarked;
