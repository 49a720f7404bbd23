package vn.toso.domain.coverage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.toso.domain.change.Change;

/**
 * Tells whether changes were missed: streams have no gaps, so whoever sees one didn't see what another node handled
 * meanwhile.
 */
final class Continuity {

    private final Map<Integer, Long> seen = new HashMap<>();

    /** Whether the changes go on where those before them ended, or repeat them. The first ones ever go on from nowhere. */
    boolean goesOn(List<Change> changes) {
        boolean first = seen.isEmpty();
        boolean gap = false;
        for (Change change : changes) {
            long last = seen.getOrDefault(change.stream(), 0L);
            gap = gap || change.seq() > last + 1;
            seen.merge(change.stream(), change.seq(), Math::max);
        }
        return first || !gap;
    }
}
