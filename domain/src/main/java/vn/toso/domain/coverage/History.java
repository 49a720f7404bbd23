package vn.toso.domain.coverage;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A hamlet's counts at the end of every day on which they changed, up to today. */
final class History {

    private final Layout layout;
    private final NavigableMap<LocalDate, long[]> counts = new TreeMap<>();

    private History(Layout layout) {
        this.layout = layout;
    }

    static History of(Layout layout, Iterable<Tally> tallies, LocalDate today) {
        Map<Integer, long[]> differences = new HashMap<>();
        int lastDay = (int) today.toEpochDay();
        tallies.forEach(tally -> tally.addTo(differences, lastDay, layout.size()));
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

    /** The days on which something changed, with what tells the day's counts apart from others. */
    NavigableMap<LocalDate, Long> marks() {
        NavigableMap<LocalDate, Long> marks = new TreeMap<>();
        counts.forEach((day, count) -> marks.put(day, layout.mark(count)));
        return marks;
    }

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

    private long[] on(LocalDate day) {
        Map.Entry<LocalDate, long[]> entry = counts.floorEntry(day);
        return entry == null ? new long[layout.size()] : entry.getValue();
    }
}
