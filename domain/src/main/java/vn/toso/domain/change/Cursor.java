package vn.toso.domain.change;

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
        Map<Integer, Long> next = new TreeMap<>(positions);
        next.merge(change.stream(), change.seq(), Math::max);
        return new Cursor(next);
    }
}
