package vn.toso.domain.household;

import vn.toso.domain.id.MemberId;

/**
 * When a field was changed last, so that two who work offline harm each other only where both changed the same.
 *
 * @param version of the household that the change made
 * @param by who made it
 */
public record LastChange(long version, MemberId by) {}
