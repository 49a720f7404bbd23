package vn.toso.domain.table;

import java.util.ArrayList;
import java.util.List;

/** Sheets of tests, drawn: a line each row, cells between bars. */
public final class Sheet {

    private Sheet() {}

    /** Rows are numbered from 1 on; an empty line is a blank row, which spreadsheets leave out. */
    public static List<Row> of(String drawn) {
        List<Row> rows = new ArrayList<>();
        String[] lines = drawn.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                rows.add(new Row(
                        i + 1,
                        List.of(lines[i].split("\\|", -1)).stream()
                                .map(String::strip)
                                .toList()));
            }
        }
        return rows;
    }
}
