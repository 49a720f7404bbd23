package vn.toso.domain.storage.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.storage.embedded.Condition.AnyOf;
import vn.toso.domain.storage.embedded.Condition.Between;

/**
 * How one index answers a query: its leading fields by value, the next one by range. Finds every match and possibly
 * others; the matcher has the last word.
 *
 * @param starts the leading values to look up, at least one, possibly empty
 * @param between the range of the field behind them
 * @param ordered whether the walk yields the order asked for
 */
record QueryPlan(
        OrderedIndex index,
        List<List<@Nullable Object>> starts,
        @Nullable Between between,
        boolean ordered,
        boolean backwards) {

    /** Beyond it looking up every combination costs more than a scan. */
    private static final int MOST_STARTS = 10_000;

    /**
     * The best plan; empty if no index serves.
     *
     * @param order fields to 1 or -1; empty if any order will do
     * @param limited whether few of the matches are wanted, so that an index may serve for its order alone
     */
    static Optional<QueryPlan> best(
            Collection<OrderedIndex> indexes, Conditions conditions, Document order, boolean limited) {
        return indexes.stream()
                .filter(OrderedIndex::isComplete)
                .map(index -> plan(index, conditions, order))
                .filter(plan -> plan.narrows() || (limited && plan.ordered && !order.isEmpty()))
                .max(Comparator.comparingInt(QueryPlan::worth));
    }

    private static QueryPlan plan(OrderedIndex index, Conditions conditions, Document order) {
        List<List<@Nullable Object>> starts = new ArrayList<>();
        starts.add(List.of());
        int known = 0;
        for (String field : index.walkedFields()) {
            if (!(conditions.fields().get(field) instanceof AnyOf any) || !usable(index, any, known, starts.size())) {
                break;
            }
            starts = Combinations.longer(starts, any.values());
            known++;
        }
        Between between = range(index, conditions, known);
        int direction = starts.size() == 1 ? Ordering.direction(index, known, conditions, order) : 0;
        return new QueryPlan(index, starts, between, direction != 0 || order.isEmpty(), direction < 0);
    }

    /** Of a field that may be a list only the first value helps, and never its absence. */
    private static boolean usable(OrderedIndex index, AnyOf any, int known, int starts) {
        boolean absent = any.values().stream().anyMatch(Objects::isNull);
        boolean fits = (long) starts * any.values().size() <= MOST_STARTS;
        return fits
                && !(absent && (index.leavesOutDocuments() || index.holdsLists()))
                && !(index.holdsLists() && known > 0);
    }

    private static @Nullable Between range(OrderedIndex index, Conditions conditions, int known) {
        if (known >= index.walkedFields().size() || (index.holdsLists() && known > 0)) {
            return null;
        }
        return conditions.fields().get(index.walkedFields().get(known)) instanceof Between between
                        && (between.isOpen() || !index.holdsLists())
                ? between
                : null;
    }

    private static List<@Nullable Object> append(List<@Nullable Object> start, Collection<?> more) {
        List<@Nullable Object> longer = new ArrayList<>(start);
        longer.addAll(more);
        return longer;
    }

    private int known() {
        return starts.isEmpty() ? index.walkedFields().size() : starts.get(0).size();
    }

    private boolean narrows() {
        return known() > 0 || between != null;
    }

    private int worth() {
        boolean one = index.isOneFor(known());
        return (one ? 1000 : 0) + known() * 10 + (between == null ? 0 : 5) + (ordered ? 1 : 0);
    }

    /** The ids of what may match, each once. */
    Stream<Object> ids() {
        Stream<Object> ids = starts.stream().flatMap(start -> stream(walk(start)));
        return index.holdsLists() ? ids.distinct() : ids;
    }

    private Iterator<Object> walk(List<@Nullable Object> start) {
        List<@Nullable Object> low = between == null ? start : append(start, between.low());
        List<@Nullable Object> high = append(start, between == null ? List.of(MaxKey.getInstance()) : between.high());
        return index.walk(low.isEmpty() ? null : new KeyValue(low), new KeyValue(high), backwards);
    }

    private static <T> Stream<T> stream(Iterator<T> iterator) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }
}
