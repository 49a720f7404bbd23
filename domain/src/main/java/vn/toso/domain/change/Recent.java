package vn.toso.domain.change;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The latest entries that this node appended, without a gap: its own readers need not ask the database for them. */
final class Recent {

    private final int most;
    private final Deque<Change> entries = new ArrayDeque<>();

    Recent(int most) {
        this.most = most;
    }

    /** @param appended in their order; nothing else was appended to the stream since the last ones */
    synchronized void add(List<Change> appended) {
        if (!appended.isEmpty() && !continues(appended.get(0))) {
            entries.clear();
        }
        entries.addAll(appended);
        while (entries.size() > most) {
            entries.removeFirst();
        }
    }

    /** At most {@code limit} entries behind a position, in order; null when the database has to be asked. */
    synchronized @Nullable List<Change> read(int stream, long behind, int limit) {
        Change first = entries.peekFirst();
        if (first == null || first.stream() != stream || first.seq() > behind + 1) {
            return null;
        }
        return entries.stream().skip(behind + 1 - first.seq()).limit(limit).toList();
    }

    private boolean continues(Change next) {
        Change last = entries.peekLast();
        return last != null && last.stream() == next.stream() && last.seq() + 1 == next.seq();
    }
}
