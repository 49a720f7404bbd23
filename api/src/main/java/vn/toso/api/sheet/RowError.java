package vn.toso.api.sheet;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row.
 *
 * @param row as the spreadsheet shows it
 * @param column the heading of the cell; absent when the whole row is to blame
 * @param code stable name of the rule
 * @param message what is wrong and what to do, in the caller's language
 */
public record RowError(int row, @Nullable String column, String code, String message) {}
