package vn.toso.seed.importer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Finds the first sheet that people see, and from where on days are counted. */
final class XlsxWorkbook extends DefaultHandler {

    private @Nullable String firstSheet;
    private boolean since1904;

    /** Whether this relation leads to the first sheet. */
    boolean isFirstSheet(XlsxParts.Relation relation) {
        return relation.id().equals(firstSheet);
    }

    /** Workbooks of old Macs count days from 1904 on. */
    boolean since1904() {
        return since1904;
    }

    @Override
    public void startElement(String uri, String element, String qualified, Attributes attributes) {
        if (element.equals("workbookPr")) {
            String flag = attributes.getValue("date1904");
            since1904 = flag != null && List.of("1", "true").contains(flag);
        }
        String state = attributes.getValue("state");
        if (element.equals("sheet") && firstSheet == null && (state == null || state.equals("visible"))) {
            firstSheet = id(attributes);
        }
    }

    /** By its local name: strict workbooks have another namespace for it. */
    private static @Nullable String id(Attributes attributes) {
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getLocalName(i).equals("id")) {
                return attributes.getValue(i);
            }
        }
        return null;
    }
}
