package vn.toso.seed.importer;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The texts that cells share, which refer to them by their place. */
final class XlsxStrings extends DefaultHandler {

    private final List<String> texts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean inText;
    private boolean inReadingAid;

    String get(int place) {
        return texts.get(place);
    }

    @Override
    public void startElement(String uri, String element, String qualified, Attributes attributes) {
        switch (element) {
            case "si" -> text.setLength(0);
            case "rPh" -> inReadingAid = true;
            case "t" -> inText = !inReadingAid;
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
            case "si" -> texts.add(text.toString());
            case "rPh" -> inReadingAid = false;
            case "t" -> inText = false;
            default -> {}
        }
    }
}
