package vn.toso.domain.table;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.problem.FieldError;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.table.Headings.Heading;

/**
 * A table found in a sheet: its columns by what their headings mean, and its rows of data. Titles above it, rows that
 * number the columns, titles of sections, sums, and what stands below it (place, date, signatures) are none.
 *
 * @param <C> what its columns may hold
 */
public final class Table<C extends Enum<C> & Column> {

    /** In how many rows from the top a header is looked for: letterheads are long. */
    private static final int HIGHEST_HEADER = 40;

    /** More rows than any commune has people of one hamlet. */
    private static final int MOST_ROWS = 5_000;

    /** Below a table stand a place and date, or who signs: rarely more than two in a row, and never a whole row of data. */
    private static final int MOST_SIGNATURES = 2;

    private static final int LOWER_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** With its accents, since "Tống" is a family and "Tổng" a sum. */
    private static final Pattern SUM =
            Pattern.compile("(tổng|cộng|tong cong|tong so)(\\s+(cộng|số|cong|so))?\\s*([:(.\\d].*)?", LOWER_CASE);

    private static final Pattern COLUMN_NUMBER = Pattern.compile("\\(?(\\d{1,2}|[A-Za-z])\\)?");
    private static final Pattern SECTION =
            Pattern.compile("([ivx]+|\\d+)\\s*[.)].*|(xóm|thôn|bản|khối|tổ)\\s.*", LOWER_CASE);
    private static final Pattern BELOW_THE_TABLE = Pattern.compile(
            "(người lập|xác nhận|tm\\.|t/m|kt\\.|chủ tịch|trưởng (xóm|thôn|bản|khối)\\b).*|.*ngày.*tháng.*năm.*",
            LOWER_CASE);

    private final Headings<C> headings;
    private final List<Line<C>> lines;

    /**
     * A row of data.
     *
     * @param number as the spreadsheet shows it
     */
    public record Line<C extends Enum<C> & Column>(int number, Map<C, String> values) {

        /** What stands in the column, or null. */
        public @Nullable String get(C column) {
            return values.get(column);
        }
    }

    private Table(Headings<C> headings, List<Line<C>> lines) {
        this.headings = headings;
        this.lines = List.copyOf(lines);
    }

    /** The first table of the sheet; {@code malformed} where none has the columns that are needed. */
    public static <C extends Enum<C> & Column> Table<C> in(List<Row> sheet, Class<C> type) {
        for (int i = 0; i < Math.min(sheet.size(), HIGHEST_HEADER); i++) {
            Row below = i + 1 < sheet.size() ? sheet.get(i + 1) : null;
            Optional<Headings<C>> found = Headings.at(sheet.get(i), below, type);
            if (found.isPresent()) {
                Headings<C> headings = found.get();
                return new Table<>(headings, lines(sheet.subList(i + headings.rows(), sheet.size()), headings, type));
            }
        }
        throw Problem.of(ProblemCode.MALFORMED, "malformed.no-table");
    }

    public List<Line<C>> lines() {
        return lines;
    }

    public boolean has(C column) {
        return headings.columns().containsKey(column);
    }

    /** Headings of the sheet whose columns were not read. */
    public List<String> ignored() {
        return headings.ignored();
    }

    /** Blames a cell: {@code /rows/17/Năm sinh}. A column that the table lacks is blamed by its row. */
    public FieldError error(int row, C column, String rule, List<Object> args) {
        Heading heading = headings.columns().get(column);
        String name =
                heading == null ? "" : "/" + heading.text().replace("~", "~0").replace("/", "~1");
        return new FieldError("/rows/" + row + name, rule, args);
    }

    private static <C extends Enum<C> & Column> List<Line<C>> lines(
            List<Row> rows, Headings<C> headings, Class<C> type) {
        List<Line<C>> lines = new ArrayList<>();
        for (Row row : rows) {
            if (row.filled().size() <= MOST_SIGNATURES && holds(row, BELOW_THE_TABLE)) {
                break;
            }
            Line<C> line = line(row, headings, type);
            if (!line.values().isEmpty() && !isNoData(row, line)) {
                lines.add(line);
            }
        }
        if (lines.size() > MOST_ROWS) {
            throw Problem.invalid("/rows", "too-many", MOST_ROWS);
        }
        return lines;
    }

    private static <C extends Enum<C> & Column> Line<C> line(Row row, Headings<C> headings, Class<C> type) {
        Map<C, String> values = new EnumMap<>(type);
        headings.columns().forEach((column, heading) -> {
            String text = row.cell(heading.column()).strip();
            if (!text.isEmpty()) {
                values.put(column, text);
            }
        });
        return new Line<>(row.number(), values);
    }

    private static <C extends Enum<C> & Column> boolean isNoData(Row row, Line<C> line) {
        List<String> filled = row.filled();
        boolean numbersColumns = filled.stream().allMatch(text -> fits(text, COLUMN_NUMBER));
        boolean section = filled.size() == 1
                && (line.values().keySet().stream().noneMatch(Column::isKey) || fits(filled.get(0), SECTION));
        return numbersColumns || section || holds(row, SUM);
    }

    private static boolean holds(Row row, Pattern pattern) {
        return row.filled().stream().anyMatch(text -> fits(text, pattern));
    }

    private static boolean fits(String text, Pattern pattern) {
        return pattern.matcher(
                        Normalizer.normalize(text, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT))
                .matches();
    }
}
