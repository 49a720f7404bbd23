package vn.toso.domain.storage.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a query asks of one field, as far as an index can find it. */
sealed interface Condition {

    /** One of these values, in order and without repeats; null stands for null or missing. */
    record AnyOf(List<@Nullable Object> values) implements Condition {}

    /**
     * Between two values; null is an open end.
     *
     * @param low smallest continuation of an index key that may match
     * @param high largest one
     */
    record Between(List<Object> low, List<Object> high) implements Condition {
        boolean isOpen() {
            return low.isEmpty() || high.get(0) instanceof MaxKey;
        }

        private Between within(Between other) {
            return new Between(
                    compare(low, other.low) < 0 ? other.low : low, compare(high, other.high) > 0 ? other.high : high);
        }

        private static int compare(List<Object> one, List<Object> other) {
            return one.isEmpty() || other.isEmpty()
                    ? Integer.compare(one.size(), other.size())
                    : ValueOrder.compareKeys(new KeyValue(one), new KeyValue(other));
        }
    }

    /** What finds everything that both find: values before ranges, and of two ranges what they share. */
    default Condition narrowed(Condition other) {
        if (this instanceof Between one && other instanceof Between two) {
            return one.within(two);
        }
        return this instanceof AnyOf ? this : other;
    }

    /** Empty where an index doesn't help: {@code $ne}, {@code $exists}, lists, documents and the like. */
    static @Nullable Condition of(@Nullable Object asked) {
        if (BsonRegularExpression.isRegularExpression(asked)) {
            return ofExpression(BsonRegularExpression.convertToRegularExpression(asked));
        }
        if (asked instanceof Document operators) {
            return ofOperators(operators);
        }
        return isPlain(asked) ? anyOf(List.of(Missing.ofNullable(asked))) : null;
    }

    private static @Nullable Condition ofOperators(Document operators) {
        if (operators.containsKey("$eq") && isPlain(operators.get("$eq"))) {
            return anyOf(List.of(Missing.ofNullable(operators.get("$eq"))));
        }
        if (operators.get("$in") instanceof Collection<?> values) {
            return values.stream().allMatch(Condition::isPlain) ? anyOf(values) : null;
        }
        Object above = bound(operators, "$gt", "$gte");
        Object below = bound(operators, "$lt", "$lte");
        if (above == null && below == null) {
            return null;
        }
        return new Between(above == null ? List.of() : List.of(above), List.of(below == null ? top() : below, top()));
    }

    /** A bound that is not included is looked up all the same: the matcher drops it. */
    private static @Nullable Object bound(Document operators, String open, String closed) {
        Object value = operators.containsKey(open) ? operators.get(open) : operators.get(closed);
        return value != null && isPlain(value) ? normalized(value) : null;
    }

    private static @Nullable Condition ofExpression(BsonRegularExpression expression) {
        String start = literalStart(expression.getPattern());
        boolean plain =
                expression.getOptions() == null || expression.getOptions().isEmpty();
        return plain && !start.isEmpty() ? new Between(List.of(start), List.of(start + '\uffff', top())) : null;
    }

    /** What every match of an anchored expression begins with; empty if nothing is certain. */
    private static String literalStart(String pattern) {
        if (!pattern.startsWith("^") || pattern.contains("|")) {
            return "";
        }
        String rest = pattern.startsWith("^\\Q") && pattern.endsWith("\\E") ? quoted(pattern) : pattern.substring(1);
        int end = 0;
        while (end < rest.length() && (Character.isLetterOrDigit(rest.charAt(end)) || rest.charAt(end) == ' ')) {
            end++;
        }
        boolean lastIsOptional = end < rest.length() && "*?{".indexOf(rest.charAt(end)) >= 0;
        return rest.substring(0, lastIsOptional ? Math.max(0, end - 1) : end);
    }

    private static String quoted(String pattern) {
        return pattern.substring(3, pattern.length() - 2);
    }

    private static AnyOf anyOf(Collection<?> values) {
        TreeSet<Object> distinct = new TreeSet<>(ordering());
        values.forEach(value -> distinct.add(Missing.ofNullable(normalized(value))));
        List<@Nullable Object> result = new ArrayList<>();
        distinct.forEach(value -> result.add(value instanceof Missing ? null : value));
        return new AnyOf(result);
    }

    private static Comparator<Object> ordering() {
        return ValueOrder::compare;
    }

    private static boolean isPlain(@Nullable Object value) {
        return !(value instanceof Document)
                && !(value instanceof Collection)
                && !BsonRegularExpression.isRegularExpression(value);
    }

    private static @Nullable Object normalized(@Nullable Object value) {
        return new KeyValue(value).normalized().get(0);
    }

    private static Object top() {
        return MaxKey.getInstance();
    }
}
