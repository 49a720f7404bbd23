package vn.toso.domain.table;

import java.util.List;

/**
 * A row of a sheet.
 *
 * @param number as the spreadsheet shows it, from 1 on
 * @param cells what people read in each cell, from the first column on; empty where there is nothing
 */
public record Row(int number, List<String> cells) {

    public Row {
        cells = List.copyOf(cells);
    }

    /** The cell, or an empty text right of the last one. */
    String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    /** The texts that there are, from left to right. */
    List<String> filled() {
        return cells.stream().filter(text -> !text.isBlank()).toList();
    }
}
