package vn.toso.domain.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.text.Vietnamese;

/**
 * The header of a table: one row, or two where cells were merged (a group such as "Chủ hộ" above "Họ tên", "Năm sinh").
 *
 * @param rows how many rows it takes
 * @param columns which column of the sheet holds what; of two that hold the same the left one
 * @param ignored headings that mean nothing to us
 */
record Headings<C extends Enum<C> & Column>(int rows, Map<C, Heading> columns, List<String> ignored) {

    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    /** The column of running numbers, which says nothing. */
    private static final List<String> RUNNING_NUMBER = List.of("stt", "tt", "so tt", "so thu tu", "");

    /** Fewer known columns than this could be a title or a row of data. */
    private static final int FEWEST = 2;

    /**
     * A column in the sheet.
     *
     * @param text as it is written there
     */
    record Heading(int column, String text) {}

    /** The header that begins at a row; empty when none does. */
    static <C extends Enum<C> & Column> Optional<Headings<C>> at(Row row, @Nullable Row below, Class<C> type) {
        Optional<Headings<C>> two = below != null && isSecondHalf(row, below, type)
                ? of(2, twoRows(row, below, type), type)
                : Optional.empty();
        return two.isPresent() ? two : of(1, row.cells(), type);
    }

    private static <C extends Enum<C> & Column> Optional<Headings<C>> of(int rows, List<String> texts, Class<C> type) {
        Map<C, Heading> columns = new LinkedHashMap<>();
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            C meaning = meaning(text, type);
            if (meaning == null || columns.containsKey(meaning)) {
                addUnlessNumber(ignored, text);
            } else {
                columns.put(meaning, new Heading(i, text));
            }
        }
        boolean found = columns.size() >= FEWEST && columns.keySet().stream().anyMatch(Column::isKey);
        return found ? Optional.of(new Headings<>(rows, columns, List.copyOf(ignored))) : Optional.empty();
    }

    private static void addUnlessNumber(List<String> ignored, String text) {
        if (!RUNNING_NUMBER.contains(folded(text))) {
            ignored.add(text);
        }
    }

    /** A second row of headings leaves out the running number, and at least half of it means something. */
    private static <C extends Enum<C> & Column> boolean isSecondHalf(Row row, Row below, Class<C> type) {
        List<String> both = twoRows(row, below, type);
        long filled = below.filled().size();
        long known = 0;
        for (int i = 0; i < below.cells().size(); i++) {
            known += !below.cell(i).isBlank() && meaning(both.get(i), type) != null ? 1 : 0;
        }
        return filled > 0 && below.cell(firstFilled(row)).isBlank() && known * 2 >= filled;
    }

    private static int firstFilled(Row row) {
        int column = 0;
        while (column < row.cells().size() && row.cell(column).isBlank()) {
            column++;
        }
        return column;
    }

    /** What stands over each column: the group with the lower heading where that means something, else the lower one. */
    private static <C extends Enum<C> & Column> List<String> twoRows(Row row, Row below, Class<C> type) {
        List<String> texts = new ArrayList<>();
        String group = "";
        for (int i = 0; i < Math.max(row.cells().size(), below.cells().size()); i++) {
            group = row.cell(i).isBlank() && !below.cell(i).isBlank() ? group : row.cell(i);
            String both = group + " " + below.cell(i);
            texts.add(below.cell(i).isBlank() ? row.cell(i) : meaning(both, type) == null ? below.cell(i) : both);
        }
        return texts;
    }

    private static <C extends Enum<C> & Column> @Nullable C meaning(String text, Class<C> type) {
        String heading = folded(text);
        for (C column : type.getEnumConstants()) {
            if (column.headings().contains(heading)) {
                return column;
            }
        }
        return null;
    }

    private static String folded(String text) {
        String bare = BRACKETS.matcher(Vietnamese.fold(text)).replaceAll(" ");
        return NO_WORD.matcher(bare).replaceAll(" ").strip();
    }
}
