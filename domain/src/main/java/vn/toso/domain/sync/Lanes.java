package vn.toso.domain.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.toso.domain.id.Id;
import vn.toso.domain.id.VisitId;

/** Parts mutations so that those which touch the same thing, or are linked by others that do, stay in their order. */
final class Lanes {

    private final Map<Id, Integer> lastToTouch = new HashMap<>();
    private final int[] leaders;

    private Lanes(int size) {
        leaders = new int[size];
    }

    /**
     * The mutations of a request, parted.
     *
     * @param visits plain visits, which can be taken in all at once
     * @param lanes the others: each lane in the order sent; lanes have nothing to do with each other
     */
    record Parted(List<Mutation> visits, List<List<Mutation>> lanes) {}

    static Parted part(List<Mutation> sent) {
        Map<Boolean, List<List<Mutation>>> lanes = of(sent).stream().collect(Collectors.partitioningBy(Lanes::isPlain));
        return new Parted(
                Objects.requireNonNull(lanes.get(true)).stream()
                        .flatMap(List::stream)
                        .toList(),
                Objects.requireNonNull(lanes.get(false)));
    }

    /** Whether there are visits in it alone, of which none must wait for another. */
    private static boolean isPlain(List<Mutation> lane) {
        Set<VisitId> named = new HashSet<>();
        for (Mutation mutation : lane) {
            if (!(mutation.work() instanceof Work.RecordsVisit visit)
                    || !named.add(visit.command().id())
                    || (visit.command().supersedes() != null && lane.size() > 1)) {
                return false;
            }
        }
        return true;
    }

    private static Collection<List<Mutation>> of(List<Mutation> sent) {
        Lanes lanes = new Lanes(sent.size());
        for (int i = 0; i < sent.size(); i++) {
            lanes.add(i, sent.get(i).work().touches());
        }
        Map<Integer, List<Mutation>> parts = new LinkedHashMap<>();
        for (int i = 0; i < sent.size(); i++) {
            parts.computeIfAbsent(lanes.leaderOf(i), leader -> new ArrayList<>())
                    .add(sent.get(i));
        }
        return parts.values();
    }

    private void add(int item, List<Id> touched) {
        leaders[item] = item;
        for (Id thing : touched) {
            Integer before = lastToTouch.put(thing, item);
            if (before != null) {
                leaders[leaderOf(before)] = leaderOf(item);
            }
        }
    }

    private int leaderOf(int item) {
        int leader = item;
        while (leaders[leader] != leader) {
            leaders[leader] = leaders[leaders[leader]];
            leader = leaders[leader];
        }
        return leader;
    }
}
