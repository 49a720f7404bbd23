package vn.toso.domain.coverage;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A hamlet's counts at the end of every day on which they change; days to come by what is known today. */
final class History {

    private final Layout layout;
    private final NavigableMap<LocalDate, long[]> counts = new TreeMap<>();

    private History(Layout layout) {
        this.layout = layout;
    }

    static History of(Layout layout, Iterable<Tally> tallies) {
        Map<Integer, long[]> differences = new HashMap<>();
        tallies.forEach(tally -> tally.addTo(differences, layout.size()));
        History history = new History(layout);
        long[] sum = new long[layout.size()];
        for (Map.Entry<Integer, long[]> difference : new TreeMap<>(differences).entrySet()) {
            for (int slot = 0; slot < sum.length; slot++) {
                sum[slot] += difference.getValue()[slot];
            }
            history.counts.put(LocalDate.ofEpochDay(difference.getKey()), sum.clone());
        }
        return history;
    }

    /** The days up to a last one on which something changed. */
    Iterable<LocalDate> daysUpTo(LocalDate last) {
        return counts.headMap(last, true).keySet();
    }

    /** The first day behind another on which something changes; null when none is in sight. */
    @Nullable
    LocalDate nextAfter(LocalDate day) {
        return counts.higherKey(day);
    }

    /** Tells the counts of a day apart from others. */
    long markOn(LocalDate day) {
        return layout.mark(on(day));
    }

    Map<String, Cell> cellsOn(LocalDate day) {
        return layout.cells(on(day));
    }

    long registeredOn(LocalDate day) {
        return on(day)[Layout.REGISTERED];
    }

    long visitedOn(LocalDate day) {
        return on(day)[Layout.VISITED];
    }

    long on(LocalDate day, int slot) {
        return on(day)[slot];
    }

    private long[] on(LocalDate day) {
        Map.Entry<LocalDate, long[]> entry = counts.floorEntry(day);
        return entry == null ? new long[layout.size()] : entry.getValue();
    }
}
