package vn.toso.domain.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row.
 *
 * @param values in the order of the columns: text, whole numbers, yes or no, days, moments; null for what isn't known. The
 *     last one is the row's cursor
 */
public record ExportRow(List<@Nullable Object> values) {}
