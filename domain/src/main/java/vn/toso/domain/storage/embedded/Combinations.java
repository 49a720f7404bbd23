package vn.toso.domain.storage.embedded;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of values that grow by a place at a time. */
final class Combinations {

    private Combinations() {}

    /** Each list with each of the values behind it. */
    static List<List<@Nullable Object>> longer(
            List<List<@Nullable Object>> lists, Collection<? extends @Nullable Object> values) {
        List<List<@Nullable Object>> longer = new ArrayList<>(lists.size() * values.size());
        for (List<@Nullable Object> list : lists) {
            for (Object value : values) {
                List<@Nullable Object> one = new ArrayList<>(list);
                one.add(value);
                longer.add(one);
            }
        }
        return longer;
    }
}
