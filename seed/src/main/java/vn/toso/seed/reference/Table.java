package vn.toso.seed.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A table in the resources: tab-separated UTF-8 text; lines with {@code #} explain, the first other one names the columns. */
final class Table {

    private Table() {}

    /** The rows of a resource beside this class. */
    static List<Row> read(String resource) {
        try (InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream(resource), resource)) {
            return rows(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static List<Row> rows(String text) {
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        String[] columns = lines.get(0).split("\t", -1);
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            if (cells.length != columns.length) {
                throw new IllegalStateException(columns.length + " columns expected: " + line);
            }
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], cells[i]);
            }
            rows.add(new Row(row));
        }
        return rows;
    }

    /** @param cells text by column; empty where the table says nothing */
    record Row(Map<String, String> cells) {

        String text(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }

        Optional<String> optional(String column) {
            return Optional.of(text(column)).filter(cell -> !cell.isEmpty());
        }

        /** What stands in a cell, one by one. */
        List<String> list(String column) {
            return optional(column).map(cell -> List.of(cell.split(" "))).orElse(List.of());
        }

        boolean yes(String column) {
            return text(column).equals("yes");
        }
    }
}
