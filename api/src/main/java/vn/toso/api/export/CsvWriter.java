package vn.toso.api.export;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.export.ExportRow;

/**
 * CSV (RFC 4180) as Excel opens it: UTF-8 with a byte order mark, commas. Text that a spreadsheet would take for a formula
 * gets an apostrophe in front, since people's words stand in some columns.
 */
final class CsvWriter implements RowWriter {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String END = "\r\n";
    private static final int USUAL_ROW = 400;

    private final List<String> columns;

    CsvWriter(List<String> columns) {
        this.columns = columns;
    }

    @Override
    public byte[] head() {
        return (BYTE_ORDER_MARK + String.join(",", columns) + END).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] rows(List<ExportRow> rows) {
        StringBuilder text = new StringBuilder(rows.size() * USUAL_ROW);
        for (ExportRow row : rows) {
            Iterator<@Nullable Object> values = row.values().iterator();
            while (values.hasNext()) {
                append(text, values.next());
                text.append(values.hasNext() ? "," : END);
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] tail() {
        return new byte[0];
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        if (value instanceof String words) {
            appendText(text, isFormula(words) ? "'" + words : words);
        } else if (value != null) {
            text.append(value);
        }
    }

    private static boolean isFormula(String words) {
        return !words.isEmpty() && "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".indexOf(words.charAt(0)) >= 0;
    }

    private static void appendText(StringBuilder text, String words) {
        boolean quoted = false;
        for (int i = 0; i < words.length() && !quoted; i++) {
            char c = words.charAt(i);
            quoted = c == ',' || c == '"' || c == '\n' || c == '\r';
        }
        if (quoted) {
            text.append('"').append(words.replace("\"", "\"\"")).append('"');
        } else {
            text.append(words);
        }
    }
}
