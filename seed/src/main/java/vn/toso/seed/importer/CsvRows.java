package vn.toso.seed.importer;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.table.Row;
import vn.toso.domain.table.RowReader;

/** Comma, semicolon or tab between cells, as Excel saves them: UTF-8, or "Unicode text" in UTF-16. */
final class CsvRows implements RowReader {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final char BYTE_ORDER_MARK = '\ufeff';

    @Override
    public boolean reads(byte[] file) {
        return !XlsxRows.isArchive(file) && !XlsxRows.isOldExcel(file);
    }

    @Override
    public List<Row> rows(byte[] file) {
        String text = text(file);
        RowList rows = new RowList();
        int number = 0;
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(false)
                .allowExtraCharsAfterClosingQuote(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord cells : records) {
                rows.add(++number, cells.getFields());
            }
        } catch (IOException | UncheckedIOException | de.siegmar.fastcsv.reader.CsvParseException unreadable) {
            throw Problem.of(ProblemCode.MALFORMED, "malformed.sheet");
        }
        return rows.rows();
    }

    /** The commonest one in the first lines: a letterhead has none, and no name has more of another one. */
    private static char separator(String text) {
        char best = SEPARATORS.get(0);
        for (char candidate : SEPARATORS) {
            best = count(text, candidate) > count(text, best) ? candidate : best;
        }
        return best;
    }

    private static long count(String text, char separator) {
        return text.chars().filter(c -> c == separator).count();
    }

    /** Throws {@code malformed} for text in an older Vietnamese encoding, which would turn names into something else. */
    private static String text(byte[] file) {
        try {
            String text =
                    encoding(file).newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw Problem.of(ProblemCode.MALFORMED, "malformed.not-utf-8");
        }
    }

    private static Charset encoding(byte[] file) {
        boolean utf16 = file.length > 1 && ((file[0] == -1 && file[1] == -2) || (file[0] == -2 && file[1] == -1));
        return utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }
}
