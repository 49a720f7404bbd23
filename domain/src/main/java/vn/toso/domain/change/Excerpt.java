package vn.toso.domain.change;

import java.util.List;

/**
 * The part of the log that concerns somebody.
 *
 * @param changes each stream in its order
 * @param upTo how far that is everything that concerns them
 */
public record Excerpt(List<Change> changes, Cursor upTo) {}
