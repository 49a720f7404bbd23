package vn.toso.domain.household;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.MemberId;

/**
 * Compares what is said of something, field by field.
 *
 * @param <F> a form
 * @param fields how each field is read; named by its pointer without the slash in front
 */
record Merge<F>(Map<String, Function<F, @Nullable Object>> fields) {

    /** The fields in which two forms differ. */
    Set<String> changed(F from, F to) {
        Set<String> changed = new TreeSet<>();
        fields.forEach((name, field) -> {
            if (!Objects.equals(field.apply(from), field.apply(to))) {
                changed.add(name);
            }
        });
        return changed;
    }

    /**
     * Those fields that somebody else changed since: there the sender didn't know what they would undo.
     *
     * @param base the version that the sender saw
     */
    static Set<String> conflicts(Set<String> changed, Map<String, LastChange> last, long base, MemberId sender) {
        Set<String> conflicts = new TreeSet<>();
        for (String field : changed) {
            LastChange before = last.get(field);
            if (before != null && before.version() > base && !before.by().equals(sender)) {
                conflicts.add(field);
            }
        }
        return conflicts;
    }

    /** The last changes, with those that a version makes. */
    static Map<String, LastChange> noted(Map<String, LastChange> last, Set<String> changed, long version, MemberId by) {
        Map<String, LastChange> noted = new HashMap<>(last);
        changed.forEach(field -> noted.put(field, new LastChange(version, by)));
        return Map.copyOf(noted);
    }
}
