package vn.toso.seed.importer;

import java.util.ArrayList;
import java.util.List;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.table.Row;

/** Collects the rows of a sheet: leaves out blank ones, and keeps no more than any list has, whatever a file claims. */
final class RowList {

    /** Cells further right hold nothing of ours. */
    static final int MOST_COLUMNS = 200;

    /** Far above what a table may have, since letterheads and sums are rows too. */
    private static final int MOST_ROWS = 10_000;

    private final List<Row> rows = new ArrayList<>();

    /** Throws {@code too-large} for one row too many. */
    void add(int number, List<String> cells) {
        int filled = Math.min(cells.size(), MOST_COLUMNS);
        while (filled > 0 && cells.get(filled - 1).isBlank()) {
            filled--;
        }
        if (filled > 0) {
            rows.add(new Row(number, cells.subList(0, filled)));
        }
        if (rows.size() > MOST_ROWS) {
            throw Problem.of(ProblemCode.TOO_LARGE, "too-large");
        }
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }
}
