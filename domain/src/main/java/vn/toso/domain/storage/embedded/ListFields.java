package vn.toso.domain.storage.embedded;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import org.h2.mvstore.MVMap;

/** Remembers whether an index ever met a list in its fields; such an index serves fewer queries. */
final class ListFields {

    private final List<String> fields;
    private final MVMap<String, Object> notes;
    private final String note;
    private volatile boolean met;

    ListFields(String index, List<String> fields, MVMap<String, Object> notes) {
        this.fields = fields;
        this.notes = notes;
        this.note = "lists in " + index;
        this.met = notes.containsKey(note);
    }

    boolean met() {
        return met;
    }

    void lookInto(Document document) {
        if (!met && fields.stream().anyMatch(field -> isList(document, field))) {
            notes.put(note, true);
            met = true;
        }
    }

    private static boolean isList(Document document, String field) {
        return Utils.getSubdocumentValueCollectionAware(document, field) instanceof Collection;
    }
}
