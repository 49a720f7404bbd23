package vn.toso.domain.storage.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.ValueComparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** MongoDB's order of values, and from it the order of index keys: a key stands before the longer ones it begins. */
final class ValueOrder {

    private static final ValueComparator ANY_TYPES = ValueComparator.ascWithoutListHandling();

    private ValueOrder() {}

    static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == b) {
            return 0;
        }
        if (a instanceof UUID one && b instanceof UUID other) {
            return compareAsText(one, other);
        }
        if (a instanceof String one && b instanceof String other) {
            return one.compareTo(other);
        }
        if (a instanceof Double one && b instanceof Double other) {
            return one.compareTo(other);
        }
        return ANY_TYPES.compare(a, b);
    }

    static int compareKeys(KeyValue a, KeyValue b) {
        int common = Math.min(a.size(), b.size());
        for (int i = 0; i < common; i++) {
            int difference = compare(a.get(i), b.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    /** Not {@code UUID.compareTo}, which takes the halves as signed numbers. */
    private static int compareAsText(UUID a, UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }
}
