package vn.toso.domain.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.toso.domain.change.Change;
import vn.toso.domain.change.Cursor;
import vn.toso.domain.change.Excerpt;

/**
 * Which documents changed, each named once however often it did.
 *
 * @param ids by kind; with the latest version that the log names
 * @param upTo how far the log was read
 */
record News(Map<String, Map<UUID, Long>> ids, Cursor upTo) {

    /** The first documents of an excerpt; the rest is left for the next time. */
    static News of(Excerpt excerpt, Cursor after, int most) {
        Map<String, Map<UUID, Long>> ids = new HashMap<>();
        List<Change> taken = new ArrayList<>();
        int count = 0;
        for (Change change : excerpt.changes()) {
            Map<UUID, Long> ofKind = ids.computeIfAbsent(change.kind(), kind -> new LinkedHashMap<>());
            if (!ofKind.containsKey(change.entity()) && ++count > most) {
                return new News(ids, after.past(taken));
            }
            ofKind.merge(change.entity(), change.version(), Math::max);
            taken.add(change);
        }
        return new News(ids, excerpt.upTo());
    }

    boolean has(String kind) {
        return ids.containsKey(kind);
    }

    Set<UUID> of(String kind) {
        return ids.getOrDefault(kind, Map.of()).keySet();
    }

    /** Whether nobody can have seen the document before: it was never written again. */
    boolean isFirst(String kind, UUID id) {
        return ids.getOrDefault(kind, Map.of()).getOrDefault(id, 0L) == 1;
    }

    /** The same with documents that have changed for this phone without having been written. */
    News with(String kind, Set<UUID> more) {
        Map<String, Map<UUID, Long>> all = new HashMap<>(ids);
        Map<UUID, Long> ofKind = new LinkedHashMap<>(all.getOrDefault(kind, Map.of()));
        more.forEach(id -> ofKind.put(id, Long.MAX_VALUE));
        all.put(kind, ofKind);
        return new News(all, upTo);
    }
}
