package vn.toso.domain.storage;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next opaque token that asks for what follows; null when nothing does
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** The largest number of items that a caller may ask for. */
    public static final int LARGEST = 500;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page of a list that was read one item further than asked for, which tells whether more follows.
     *
     * @param token makes the token that asks for what comes after an item
     */
    public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String> token) {
        if (oneMore.size() <= limit) {
            return new Page<>(oneMore, null);
        }
        List<T> items = oneMore.subList(0, limit);
        return new Page<>(items, token.apply(items.get(limit - 1)));
    }

    public <R> Page<R> map(Function<T, R> mapper) {
        return new Page<>(items.stream().map(mapper).toList(), next);
    }
}
