package vn.toso.domain.export;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list.
 *
 * @param name as the header says it; stable
 * @param value one of those that {@link ExportRow} holds
 */
record Column<D>(String name, Function<D, @Nullable Object> value) {}
