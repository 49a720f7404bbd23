package vn.toso.domain.change;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.toso.domain.storage.Store;

/** Follows the log by its cursor while it is written, and notes whatever looks wrong. */
final class FollowingReader {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final ChangeLog log;
    private final Thread thread;
    private final List<Change> read = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final Map<Integer, Long> ends = new HashMap<>();
    private Cursor cursor = Cursor.START;
    private volatile boolean following = true;

    FollowingReader(Store store) {
        this.log = new ChangeLog(store, Clock.systemUTC(), Writers.SETTINGS);
        this.thread = new Thread(this::follow, "following reader");
        thread.start();
    }

    /** Everything up to now, in the order of reading. */
    List<Change> finish() throws InterruptedException {
        following = false;
        thread.join();
        while (readOn()) {
            // There is more.
        }
        return read;
    }

    List<String> wrong() {
        return wrong;
    }

    private void follow() {
        while (following) {
            readOn();
        }
    }

    private boolean readOn() {
        try {
            List<Change> batch = log.after(cursor, 200).collectList().block(SOON);
            batch.forEach(this::check);
            cursor = cursor.past(batch);
            read.addAll(batch);
            return !batch.isEmpty();
        } catch (RuntimeException e) {
            wrong.add(e.toString());
            return false;
        }
    }

    private void check(Change change) {
        long before = ends.getOrDefault(change.stream(), 0L);
        if (change.seq() != before + 1) {
            wrong.add("stream " + change.stream() + ": " + change.seq() + " came after " + before);
        }
        ends.put(change.stream(), change.seq());
    }
}
