package vn.toso.seed.importer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Which styles show a number as a date. */
final class XlsxStyles extends DefaultHandler {

    private static final Pattern DATE_FORMAT = Pattern.compile("(?i).*(yy|d[/.\\-]m).*");

    /** Formats that every program knows, so that no workbook spells them out (ECMA-376, part 1, 18.8.30). */
    private static final Set<String> KNOWN_DATES = Set.of("14", "15", "16", "17", "22");

    private final Set<String> dateFormats = new HashSet<>(KNOWN_DATES);
    private final List<Boolean> dates = new ArrayList<>();
    private boolean inCellStyles;

    /** @param style place in the list of styles, as cells name it */
    boolean isDate(int style) {
        return style >= 0 && style < dates.size() && dates.get(style);
    }

    @Override
    public void startElement(String uri, String element, String qualified, Attributes attributes) {
        switch (element) {
            case "numFmt" -> addFormat(attributes.getValue("numFmtId"), attributes.getValue("formatCode"));
            case "cellXfs" -> inCellStyles = true;
            case "xf" -> addStyle(attributes.getValue("numFmtId"));
            default -> {}
        }
    }

    @Override
    public void endElement(String uri, String element, String qualified) {
        inCellStyles = inCellStyles && !element.equals("cellXfs");
    }

    private void addFormat(String id, String code) {
        if (DATE_FORMAT.matcher(code).matches()) {
            dateFormats.add(id);
        }
    }

    private void addStyle(String format) {
        if (inCellStyles) {
            dates.add(format != null && dateFormats.contains(format));
        }
    }
}
