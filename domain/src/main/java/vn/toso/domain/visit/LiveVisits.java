package vn.toso.domain.visit;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import vn.toso.domain.id.VisitId;

/**
 * The visits that count. A visit counts while it is neither void nor superseded by a visit that isn't void; a correction
 * that is itself corrected still supersedes, so that voiding the last link of a chain falls back to the link before it.
 */
public final class LiveVisits {

    /** The order in which visits took place; the id settles ties, so that every node agrees. */
    private static final Comparator<Visit> AS_THEY_TOOK_PLACE = Comparator.comparing(Visit::occurredAt)
            .thenComparing(visit -> visit.id().value());

    private LiveVisits() {}

    /**
     * @param visits all visits of one household, or all sessions of one hamlet, in any order
     * @return those that count, in the order in which they took place
     */
    public static List<Visit> of(Collection<Visit> visits) {
        Set<VisitId> superseded = new HashSet<>();
        visits.stream()
                .filter(visit -> visit.voided() == null)
                .map(Visit::supersedes)
                .filter(Objects::nonNull)
                .forEach(superseded::add);
        return visits.stream()
                .filter(visit -> visit.voided() == null && !superseded.contains(visit.id()))
                .sorted(AS_THEY_TOOK_PLACE)
                .toList();
    }
}
