package vn.toso.api.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.Days;
import vn.toso.domain.export.ExportRow;

/** An Excel file that is never in memory as a whole: rows are packed as they come. A full sheet is followed by another. */
final class XlsxWriter implements RowWriter {

    /** What Excel opens. */
    static final int ROWS_OF_SHEET = 1_048_576;

    private static final int WIDTH = 20;
    private static final String DAY = "dd/mm/yyyy";
    private static final String MOMENT = "dd/mm/yyyy hh:mm:ss";

    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final Workbook book = new Workbook(packed, "ToSo", "1.0");
    private final List<String> columns;
    private final int rowsOfSheet;
    private Worksheet sheet;
    private int sheets = 1;
    private int next = 1;

    XlsxWriter(List<String> columns) {
        this(columns, ROWS_OF_SHEET);
    }

    XlsxWriter(List<String> columns, int rowsOfSheet) {
        this.columns = columns;
        this.rowsOfSheet = rowsOfSheet;
        this.sheet = sheet();
    }

    private Worksheet sheet() {
        Worksheet opened = book.newWorksheet("data" + sheets);
        opened.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            opened.inlineString(0, i, columns.get(i));
            opened.style(0, i).bold().set();
            opened.width(i, WIDTH);
        }
        return opened;
    }

    @Override
    public byte[] head() {
        return taken();
    }

    @Override
    public byte[] rows(List<ExportRow> rows) {
        try {
            for (ExportRow row : rows) {
                write(row);
            }
            sheet.flush();
            return taken();
        } catch (IOException inMemory) {
            throw new IllegalStateException(inMemory);
        }
    }

    @Override
    public byte[] tail() {
        try {
            sheet.finish();
            book.finish();
            return taken();
        } catch (IOException inMemory) {
            throw new IllegalStateException(inMemory);
        }
    }

    private void write(ExportRow row) throws IOException {
        if (next == rowsOfSheet) {
            sheet.finish();
            sheets++;
            sheet = sheet();
            next = 1;
        }
        for (int i = 0; i < columns.size(); i++) {
            write(i, row.values().get(i));
        }
        next++;
    }

    private void write(int column, @Nullable Object value) {
        if (value instanceof Number number) {
            sheet.value(next, column, number);
        } else if (value instanceof Boolean yes) {
            sheet.value(next, column, yes);
        } else if (value instanceof LocalDate day) {
            sheet.value(next, column, day);
            sheet.style(next, column).format(DAY).set();
        } else if (value instanceof Instant moment) {
            sheet.value(next, column, moment.atZone(Days.ZONE).toLocalDateTime());
            sheet.style(next, column).format(MOMENT).set();
        } else if (value != null) {
            // Inline: a table of all texts would have to be kept until the end. No formula comes of such a cell.
            sheet.inlineString(next, column, value.toString());
        }
    }

    private byte[] taken() {
        byte[] bytes = packed.toByteArray();
        packed.reset();
        return bytes;
    }
}
