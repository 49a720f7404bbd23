package vn.toso.domain.household;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
    static Set<String> conflicts(Set<String> changed, Map<String, LastChange> last, long base, Hand sender) {
        Set<String> conflicts = new TreeSet<>();
        for (String field : changed) {
            LastChange before = last.get(field);
            if (before != null && before.version() > base && !before.by().equals(sender.by())) {
                conflicts.add(field);
            }
        }
        return conflicts;
    }

    /** Those fields that this very mutation has changed before: whatever was said since stands. */
    static Set<String> repeated(Set<String> changed, Map<String, LastChange> last, Hand sender) {
        Set<String> repeated = new TreeSet<>(changed);
        repeated.removeIf(field -> !isBy(sender, last.get(field)));
        return repeated;
    }

    private static boolean isBy(Hand sender, @Nullable LastChange change) {
        return change != null && sender.mutation() != null && change.mutations().contains(sender.mutation());
    }

    /** The last changes, with those that a version makes. */
    static Map<String, LastChange> noted(Map<String, LastChange> last, Set<String> changed, long version, Hand hand) {
        Map<String, LastChange> noted = new HashMap<>(last);
        changed.forEach(field -> noted.put(field, LastChange.after(last.get(field), version, hand)));
        return Map.copyOf(noted);
    }
}
