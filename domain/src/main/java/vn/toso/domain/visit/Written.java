package vn.toso.domain.visit;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import vn.toso.domain.change.Change;

/** When the latest batches of changes were written on, so that who reads behind can tell what it has seen of them. */
final class Written {

    private static final int MOST_BATCHES = 100;

    /** What happened from one moment on was written at another. */
    private record Batch(Instant since, Instant at) {}

    private final Deque<Batch> batches = new ArrayDeque<>();

    synchronized void add(List<Change> changes, Instant at) {
        Instant since = changes.stream().map(Change::at).min(Instant::compareTo).orElse(at);
        if (batches.size() == MOST_BATCHES) {
            Batch older = batches.removeLast();
            since = older.since().isBefore(since) ? older.since() : since;
        }
        batches.addLast(new Batch(since, at));
    }

    /** The first thing that happened in those batches that were written at the moment or later. */
    synchronized Instant before(Instant moment) {
        batches.removeIf(batch -> batch.at().isBefore(moment));
        return batches.stream().map(Batch::since).min(Instant::compareTo).orElse(Instant.MAX);
    }
}
