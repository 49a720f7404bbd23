package vn.toso.domain.change;

/** The document is not at the version that the change was made from. */
public final class StaleVersion extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StaleVersion(String kind, String key, long version) {
        super(kind + " " + key + " is not at version " + version, null, false, false);
    }
}
