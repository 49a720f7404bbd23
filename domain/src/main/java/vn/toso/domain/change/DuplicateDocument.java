package vn.toso.domain.change;

/** A unique key is taken: the document was not inserted. */
public final class DuplicateDocument extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DuplicateDocument(String kind, String key) {
        super(kind + " " + key + " exists", null, false, false);
    }
}
