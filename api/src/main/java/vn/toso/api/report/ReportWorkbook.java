package vn.toso.api.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.toso.api.report.ReportResponse.ColumnPart;
import vn.toso.api.report.ReportResponse.FigurePart;
import vn.toso.api.report.ReportResponse.LinePart;
import vn.toso.api.report.ReportResponse.SectionPart;
import vn.toso.domain.area.Days;

/** A report as an Excel file: the figures, the areas below, and how each figure is counted. */
final class ReportWorkbook {

    private static final String COUNT = "#,##0";
    private static final String SHARE = "0.0%";
    private static final String DAY = "dd/mm/yyyy";
    private static final String MOMENT = "dd/mm/yyyy hh:mm";

    private final ReportWords words;

    ReportWorkbook(ReportWords words) {
        this.words = words;
    }

    byte[] write(ReportResponse report) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "ToSo", "1.0")) {
            figures(book.newWorksheet(words.of("sheet.figures")), report);
            details(book.newWorksheet(words.of("sheet.lines")), report);
            definitions(book.newWorksheet(words.of("sheet.definitions")), report);
        } catch (IOException inMemory) {
            throw new IllegalStateException(inMemory);
        }
        return file.toByteArray();
    }

    private void figures(Worksheet sheet, ReportResponse report) {
        List<String> columns = List.of("section", "code", "figure", "unit", "number", "of", "share", "as-of");
        for (int i = 0; i < columns.size(); i++) {
            head(sheet, i, words.of("column." + columns.get(i)));
        }
        widths(sheet, 10, 26, 58, 16, 13, 15, 10, 16);
        int row = 1;
        for (SectionPart section : report.sections()) {
            for (FigurePart figure : section.figures()) {
                figure(sheet, row++, section, figure);
            }
        }
    }

    private static void figure(Worksheet sheet, int row, SectionPart section, FigurePart figure) {
        sheet.value(row, 0, section.code());
        sheet.value(row, 1, codeOf(figure));
        sheet.value(row, 2, figure.label());
        sheet.value(row, 3, figure.unit());
        number(sheet, row, 4, figure.number(), COUNT);
        number(sheet, row, 5, figure.of(), COUNT);
        number(sheet, row, 6, figure.share(), SHARE);
        sheet.value(row, 7, figure.asOf());
        sheet.style(row, 7).format(DAY).set();
    }

    private void details(Worksheet sheet, ReportResponse report) {
        head(sheet, 0, words.of("column.area"));
        head(sheet, 1, words.of("column.former"));
        widths(sheet, 30, 24);
        List<ColumnPart> columns = report.details().columns();
        for (int i = 0; i < columns.size(); i++) {
            head(sheet, i + 2, columns.get(i).label());
            sheet.width(i + 2, 20);
        }
        int row = 1;
        for (LinePart line : report.details().lines()) {
            sheet.value(row, 0, line.name());
            sheet.value(row, 1, line.formerCommune());
            for (int i = 0; i < columns.size(); i++) {
                number(sheet, row, i + 2, line.figures().get(columns.get(i).code()), COUNT);
            }
            row++;
        }
    }

    private void definitions(Worksheet sheet, ReportResponse report) {
        List<String> columns = List.of("code", "figure", "definition", "as-of");
        for (int i = 0; i < columns.size(); i++) {
            head(sheet, i, words.of("column." + columns.get(i)));
        }
        widths(sheet, 28, 58, 110, 16);
        Map<String, FigurePart> all = new LinkedHashMap<>();
        report.sections().forEach(section -> section.figures().forEach(figure -> all.put(codeOf(figure), figure)));
        int row = 1;
        for (FigurePart figure : all.values()) {
            sheet.value(row, 0, codeOf(figure));
            sheet.value(row, 1, figure.label());
            sheet.value(row, 2, figure.definition());
            sheet.style(row, 2).wrapText(true).set();
            sheet.value(row, 3, figure.asOf());
            sheet.style(row, 3).format(DAY).set();
            row++;
        }
        for (ColumnPart column : report.details().columns()) {
            if (!all.containsKey(column.code())) {
                sheet.value(row, 0, column.code());
                sheet.value(row, 1, column.label());
                sheet.value(row, 2, column.definition());
                sheet.value(row, 3, column.asOf());
                sheet.style(row++, 3).format(DAY).set();
            }
        }
        about(sheet, row + 1, report);
    }

    /** What the whole file is about, below the definitions. */
    private void about(Worksheet sheet, int row, ReportResponse report) {
        fact(sheet, row, "report", report.appendix() + ". " + report.subject());
        fact(sheet, row + 1, "area", report.area().name());
        day(sheet, row + 2, "from", report.period().from());
        day(sheet, row + 3, "to", report.period().to());
        day(sheet, row + 4, "until", report.period().until());
        fact(sheet, row + 5, "as-of", null);
        sheet.value(row + 5, 1, report.asOf().atZone(Days.ZONE).toLocalDateTime());
        sheet.style(row + 5, 1).format(MOMENT).set();
        fact(sheet, row + 6, "missing", words.of("about.missing.text"));
    }

    private void day(Worksheet sheet, int row, String key, LocalDate day) {
        fact(sheet, row, key, null);
        sheet.value(row, 1, day);
        sheet.style(row, 1).format(DAY).set();
    }

    private void fact(Worksheet sheet, int row, String key, @Nullable String text) {
        sheet.value(row, 0, words.of("about." + key));
        sheet.style(row, 0).bold().set();
        if (text != null) {
            sheet.value(row, 1, text);
        }
    }

    private static String codeOf(FigurePart figure) {
        return figure.service() == null ? figure.code() : figure.code() + ":" + figure.service();
    }

    private static void head(Worksheet sheet, int column, String text) {
        sheet.value(0, column, text);
        sheet.style(0, column)
                .bold()
                .wrapText(true)
                .verticalAlignment("center")
                .fillColor("D9E2F3")
                .set();
        sheet.freezePane(0, 1);
    }

    private static void widths(Worksheet sheet, int... characters) {
        for (int i = 0; i < characters.length; i++) {
            sheet.width(i, characters[i]);
        }
    }

    /** What isn't known stays empty. */
    private static void number(Worksheet sheet, int row, int column, @Nullable Number number, String format) {
        if (number != null) {
            sheet.value(row, column, number);
            sheet.style(row, column).format(format).set();
        }
    }
}
