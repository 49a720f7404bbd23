package vn.toso.seed.importer;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.table.Row;
import vn.toso.domain.table.RowReader;

/** The first sheet of an Excel workbook. */
final class XlsxRows implements RowReader {

    private static final byte[] ARCHIVE = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND_FILE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    static boolean isArchive(byte[] file) {
        return startsWith(file, ARCHIVE);
    }

    /** A workbook of Excel 97 to 2003, or one with a password. */
    static boolean isOldExcel(byte[] file) {
        return startsWith(file, COMPOUND_FILE);
    }

    @Override
    public boolean reads(byte[] file) {
        return isArchive(file);
    }

    @Override
    public List<Row> rows(byte[] file) {
        try {
            return firstSheet(XlsxParts.of(file));
        } catch (Problem told) {
            throw told;
        } catch (IOException | RuntimeException unreadable) {
            // Other people's bytes break in many ways, and numbers in them needn't be any; none is a fault of ours.
            throw Problem.of(ProblemCode.MALFORMED, "malformed.sheet");
        }
    }

    private static List<Row> firstSheet(XlsxParts parts) throws IOException {
        String name = parts.related("", "officeDocument").orElseThrow();
        XlsxWorkbook workbook = new XlsxWorkbook();
        parts.read(name, workbook);
        XlsxStrings strings = new XlsxStrings();
        Optional<String> shared = parts.related(name, "sharedStrings");
        if (shared.isPresent()) {
            parts.read(shared.get(), strings);
        }
        XlsxStyles styles = new XlsxStyles();
        Optional<String> styled = parts.related(name, "styles");
        if (styled.isPresent()) {
            parts.read(styled.get(), styles);
        }
        XlsxSheet sheet = new XlsxSheet(strings, styles, workbook.since1904());
        String first = parts.relations(name).stream()
                .filter(workbook::isFirstSheet)
                .map(XlsxParts.Relation::part)
                .findFirst()
                .orElseThrow();
        parts.read(first, sheet);
        return sheet.rows().rows();
    }

    private static boolean startsWith(byte[] file, byte[] mark) {
        return file.length >= mark.length && Arrays.equals(file, 0, mark.length, mark, 0, mark.length);
    }
}
