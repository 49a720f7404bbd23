package vn.toso.api.web;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list a caller wants. As a controller's parameter it stands for {@code ?limit=} and {@code ?after=}.
 *
 * @param limit how many at most, 1 to 500
 * @param after the {@code next} of the part before; null for the first
 */
public record Paging(int limit, @Nullable String after) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int LARGEST_LIMIT = 500;
}
