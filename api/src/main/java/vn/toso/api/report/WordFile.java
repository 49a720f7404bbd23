package vn.toso.api.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A Word file (ECMA-376) in the making: paragraphs and tables in the styles of {@code docx/styles.xml}. What never changes
 * lies beside it as files; only the text is written here.
 */
final class WordFile {

    /** A paragraph in a style. */
    record Paragraph(String style, String text) {}

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final Map<String, String> PARTS = new TreeMap<>(Map.of(
            "[Content_Types].xml", "content-types.xml",
            "_rels/.rels", "package-rels.xml",
            "word/_rels/document.xml.rels", "document-rels.xml",
            "word/header.xml", "header.xml",
            "word/settings.xml", "settings.xml",
            "word/styles.xml", "styles.xml"));

    /** A4, in twips. */
    private static final int WIDTH = 11_906;

    private static final int HEIGHT = 16_838;

    /** Margins within those of NĐ 30/2020/NĐ-CP: 20 mm above, below and at the right, 30 mm at the left. */
    private static final int MARGIN = 1_134;

    private static final int LEFT = 1_701;
    private static final int HEADER = 567;

    /** What a line of text can take. */
    static final int TEXT_WIDTH = WIDTH - LEFT - MARGIN;

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    WordFile() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("w", "document", W);
            xml.writeNamespace("w", W);
            xml.writeNamespace("r", R);
            open("body");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    WordFile paragraph(String style, String content) {
        open("p");
        open("pPr");
        empty("pStyle", "val", style);
        close();
        if (!content.isEmpty()) {
            open("r");
            open("t");
            attribute("xml:space", "preserve");
            characters(content);
            close();
            close();
        }
        close();
        return this;
    }

    /** @param style {@code Grid} for lines around the cells, {@code TableNormal} for none */
    WordFile table(String style, List<Integer> widths) {
        open("tbl");
        open("tblPr");
        empty("tblStyle", "val", style);
        empty(
                "tblW",
                "w",
                String.valueOf(widths.stream().mapToInt(Integer::intValue).sum()),
                "type",
                "dxa");
        empty("tblLayout", "type", "fixed");
        close();
        open("tblGrid");
        widths.forEach(width -> empty("gridCol", "w", String.valueOf(width)));
        close();
        return this;
    }

    /** @param head whether the row comes again on top of every page */
    WordFile row(boolean head, List<Integer> widths, List<List<Paragraph>> cells) {
        open("tr");
        open("trPr");
        empty("cantSplit");
        if (head) {
            empty("tblHeader");
        }
        close();
        for (int i = 0; i < cells.size(); i++) {
            open("tc");
            open("tcPr");
            empty("tcW", "w", String.valueOf(widths.get(i)), "type", "dxa");
            empty("vAlign", "val", head ? "center" : "top");
            close();
            cells.get(i).forEach(paragraph -> paragraph(paragraph.style(), paragraph.text()));
            close();
        }
        close();
        return this;
    }

    WordFile endTable() {
        close();
        return this;
    }

    /** The whole file. */
    byte[] bytes() {
        open("sectPr");
        open("headerReference");
        attribute("w:type", "default");
        attribute("r:id", "header");
        close();
        empty("pgSz", "w", String.valueOf(WIDTH), "h", String.valueOf(HEIGHT));
        String margin = String.valueOf(MARGIN);
        empty(
                "pgMar",
                "top",
                margin,
                "right",
                margin,
                "bottom",
                margin,
                "left",
                String.valueOf(LEFT),
                "header",
                String.valueOf(HEADER),
                "footer",
                String.valueOf(HEADER),
                "gutter",
                "0");
        empty("titlePg");
        close();
        close();
        close();
        return zipped();
    }

    private byte[] zipped() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : PARTS.entrySet()) {
                add(zip, part.getKey(), resource(part.getValue()));
            }
            add(zip, "word/document.xml", text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException inMemory) {
            throw new IllegalStateException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = WordFile.class.getResourceAsStream("docx/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private void open(String name) {
        write(() -> xml.writeStartElement("w", name, W));
    }

    private void close() {
        write(xml::writeEndElement);
    }

    /** @param attributes names and values by turns */
    private void empty(String name, String... attributes) {
        open(name);
        for (int i = 0; i < attributes.length; i += 2) {
            attribute("w:" + attributes[i], attributes[i + 1]);
        }
        close();
    }

    private void attribute(String name, String value) {
        write(() -> xml.writeAttribute(name, value));
    }

    private void characters(String content) {
        write(() -> xml.writeCharacters(readable(content)));
    }

    /** Without what XML can't hold. */
    private static String readable(String content) {
        return content.codePoints()
                .filter(c -> c == '\t' || (c >= ' ' && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private interface Step {
        void run() throws XMLStreamException;
    }

    private static void write(Step step) {
        try {
            step.run();
        } catch (XMLStreamException inMemory) {
            throw new IllegalStateException(inMemory);
        }
    }
}
