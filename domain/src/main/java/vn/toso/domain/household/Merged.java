package vn.toso.domain.household;

import java.util.Set;

/**
 * What came of a change that was made to an older version.
 *
 * @param household as stored
 * @param conflicts pointers, without the slash in front, to the fields that somebody else changed since: there the stored
 *     value stands; empty when all was carried out
 */
public record Merged(Household household, Set<String> conflicts) {}
