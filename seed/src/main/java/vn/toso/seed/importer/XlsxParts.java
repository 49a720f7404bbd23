package vn.toso.seed.importer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The parts of a workbook and how they refer to each other (ECMA-376, part 2). */
final class XlsxParts {

    private static final String WITHOUT_DTD = "http://apache.org/xml/features/disallow-doctype-decl";

    private final Map<String, byte[]> parts;

    /**
     * A part that another one refers to.
     *
     * @param type the end of its type's address, such as {@code worksheet}
     * @param part its name
     */
    record Relation(String id, String type, String part) {}

    private XlsxParts(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /** Unpacks what is no picture; {@code too-large} for a bomb. */
    static XlsxParts of(byte[] file) throws IOException {
        return new XlsxParts(Archive.unpacked(file, name -> name.endsWith(".xml") || name.endsWith(".rels")));
    }

    /** Reads a part; refuses one that defines entities, which no spreadsheet program writes. */
    void read(String part, DefaultHandler reader) throws IOException {
        byte[] content = parts.get(part);
        if (content == null) {
            throw new IOException("no part " + part);
        }
        try {
            SAXParserFactory parsers = SAXParserFactory.newDefaultInstance();
            parsers.setNamespaceAware(true);
            parsers.setFeature(WITHOUT_DTD, true);
            parsers.newSAXParser().parse(new ByteArrayInputStream(content), reader);
        } catch (SAXException | ParserConfigurationException unreadable) {
            throw new IOException(unreadable);
        }
    }

    /** What a part refers to, in its order; the empty name stands for the workbook's file as a whole. */
    List<Relation> relations(String part) throws IOException {
        List<Relation> relations = new ArrayList<>();
        int name = part.lastIndexOf('/') + 1;
        String list = part.substring(0, name) + "_rels/" + part.substring(name) + ".rels";
        read(list, new DefaultHandler() {
            @Override
            public void startElement(String uri, String element, String qualified, Attributes attributes) {
                String type = attributes.getValue("Type");
                if (type != null && !"External".equals(attributes.getValue("TargetMode"))) {
                    String target = URI.create("/" + part)
                            .resolve(attributes.getValue("Target"))
                            .getPath();
                    relations.add(new Relation(
                            attributes.getValue("Id"), type.substring(type.lastIndexOf('/') + 1), target.substring(1)));
                }
            }
        });
        return relations;
    }

    /** The first relation of a type that leads to a part that is there. */
    Optional<String> related(String part, String type) throws IOException {
        return relations(part).stream()
                .filter(relation -> relation.type().equals(type) && parts.containsKey(relation.part()))
                .map(Relation::part)
                .findFirst();
    }
}
