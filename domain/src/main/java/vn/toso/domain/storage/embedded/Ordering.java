package vn.toso.domain.storage.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import vn.toso.domain.storage.embedded.Condition.AnyOf;

/** Whether walking an index yields the order a query asks for. */
final class Ordering {

    private Ordering() {}

    /**
     * Which way to walk.
     *
     * @param known how many leading fields of the index have one value each
     * @return 1 forwards, -1 backwards, 0 if the matches must be sorted
     */
    static int direction(OrderedIndex index, int known, Conditions conditions, Document order) {
        if (order.isEmpty() || index.holdsLists() || index.leavesOutDocuments()) {
            return 0;
        }
        List<Map.Entry<String, Object>> asked = order.entrySet().stream()
                .filter(entry -> !isConstant(conditions, entry.getKey()))
                .toList();
        List<String> fields = index.walkedFields();
        List<String> rest = fields.subList(known, fields.size());
        if (asked.size() > rest.size()) {
            return 0;
        }
        List<String> names = asked.stream().map(Map.Entry::getKey).toList();
        return names.equals(rest.subList(0, names.size())) ? commonDirection(asked) : 0;
    }

    private static boolean isConstant(Conditions conditions, String field) {
        return conditions.fields().get(field) instanceof AnyOf any
                && any.values().size() == 1;
    }

    private static int commonDirection(List<Map.Entry<String, Object>> asked) {
        long down = asked.stream().filter(entry -> isDown(entry.getValue())).count();
        if (down == 0) {
            return 1;
        }
        return down == asked.size() ? -1 : 0;
    }

    private static boolean isDown(Object value) {
        return value instanceof Number number && number.intValue() < 0;
    }
}
