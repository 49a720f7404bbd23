package vn.toso.domain.change;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far somebody has read: the last position seen in every stream. A stream that is not named was not read at all.
 *
 * @param positions stream → seq
 */
public record Cursor(Map<Integer, Long> positions) {

    public static final Cursor START = new Cursor(Map.of());

    public Cursor {
        positions = Map.copyOf(positions);
    }

    public long position(int stream) {
        return positions.getOrDefault(stream, 0L);
    }

    public Cursor past(Change change) {
        return past(List.of(change));
    }

    /** Behind all of these, and nowhere behind where it was. */
    public Cursor past(Collection<Change> changes) {
        Map<Integer, Long> next = new TreeMap<>(positions);
        changes.forEach(change -> next.merge(change.stream(), change.seq(), Math::max));
        return new Cursor(next);
    }

    /** The same with one stream read up to {@code seq}, which may be less than before. */
    Cursor at(int stream, long seq) {
        Map<Integer, Long> next = new TreeMap<>(positions);
        next.put(stream, seq);
        return new Cursor(next);
    }

    /** Whether nothing that {@code other} has read is unread here. */
    public boolean covers(Cursor other) {
        return other.positions.entrySet().stream().allMatch(e -> position(e.getKey()) >= e.getValue());
    }
}
