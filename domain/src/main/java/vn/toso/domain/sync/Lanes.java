package vn.toso.domain.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.toso.domain.id.Id;

/** Parts mutations so that those which touch the same thing, or are linked by others that do, stay in their order. */
final class Lanes {

    private final Map<Id, Integer> lastToTouch = new HashMap<>();
    private final int[] leaders;

    private Lanes(int size) {
        leaders = new int[size];
    }

    /** Each lane in the order sent; lanes have nothing to do with each other. */
    static Collection<List<Mutation>> of(List<Mutation> sent) {
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
