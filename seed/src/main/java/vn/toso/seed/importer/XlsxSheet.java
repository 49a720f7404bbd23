package vn.toso.seed.importer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The rows of one sheet as people see them. Of merged cells only the upper left one has a text, as in the file. */
final class XlsxSheet extends DefaultHandler {

    /** No number that a program writes is longer; a longer one could fill the memory. */
    private static final int LONGEST_NUMBER = 32;

    /** Day 0 where days are counted from 1900 on, a year that programs agree to take for a leap year. */
    private static final LocalDate SINCE_1900 = LocalDate.of(1899, 12, 30);

    private static final LocalDate SINCE_1904 = LocalDate.of(1904, 1, 1);

    /** The last day of 9999. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

    private final XlsxStrings strings;
    private final XlsxStyles styles;
    private final LocalDate dayZero;

    private final RowList rows = new RowList();
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int row;
    private int column;
    private String type = "n";
    private int style;
    private boolean inText;
    private boolean inReadingAid;

    XlsxSheet(XlsxStrings strings, XlsxStyles styles, boolean since1904) {
        this.strings = strings;
        this.styles = styles;
        this.dayZero = since1904 ? SINCE_1904 : SINCE_1900;
    }

    RowList rows() {
        return rows;
    }

    @Override
    public void startElement(String uri, String element, String qualified, Attributes attributes) {
        switch (element) {
            case "row" -> startRow(attributes.getValue("r"));
            case "c" -> startCell(attributes);
            case "rPh" -> inReadingAid = true;
            case "v", "t" -> inText = !inReadingAid;
            default -> {}
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (inText) {
            text.append(characters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String element, String qualified) {
        switch (element) {
            case "row" -> rows.add(row, cells);
            case "c" -> endCell();
            case "rPh" -> inReadingAid = false;
            case "v", "t" -> inText = false;
            default -> {}
        }
    }

    private void startRow(@Nullable String number) {
        row = number == null ? row + 1 : Integer.parseInt(number);
        column = -1;
        cells.clear();
    }

    private void startCell(Attributes attributes) {
        String place = attributes.getValue("r");
        column = place == null ? column + 1 : column(place);
        String said = attributes.getValue("t");
        type = said == null ? "n" : said;
        String styled = attributes.getValue("s");
        style = styled == null ? 0 : Integer.parseInt(styled);
        text.setLength(0);
    }

    private void endCell() {
        if (column < RowList.MOST_COLUMNS) {
            while (cells.size() <= column) {
                cells.add("");
            }
            cells.set(column, seen());
        }
    }

    private String seen() {
        String raw = text.toString();
        return switch (type) {
            case "s" -> raw.isBlank() ? "" : strings.get(Integer.parseInt(raw.strip()));
            case "e" -> "";
            case "n" -> number(raw.strip());
            default -> raw;
        };
    }

    /** Whole numbers without a point, dates as {@code 1968-05-12}. */
    private String number(String raw) {
        if (raw.isEmpty() || raw.length() > LONGEST_NUMBER) {
            return raw;
        }
        BigDecimal number = new BigDecimal(raw);
        if (styles.isDate(style) && number.signum() > 0 && number.compareTo(LAST_DAY) <= 0) {
            return dayZero.plusDays(number.longValue()).toString();
        }
        boolean huge = Math.abs((long) number.precision() - number.scale()) > LONGEST_NUMBER;
        return huge ? raw : number.stripTrailingZeros().toPlainString();
    }

    /** {@code C7} is in column 2; everything right of the last column that we read is one column. */
    private static int column(String place) {
        int column = 0;
        for (int i = 0; i < place.length() && Character.isLetter(place.charAt(i)); i++) {
            column = Math.min(column * 26 + Character.toUpperCase(place.charAt(i)) - 'A' + 1, RowList.MOST_COLUMNS + 1);
        }
        if (column <= 0) {
            throw new NumberFormatException(place);
        }
        return column - 1;
    }
}
