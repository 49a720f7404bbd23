package vn.toso.domain.vault;

/** Something was sealed under a key that this node hasn't heard of yet; it asks for it, and the caller may ask again. */
public final class UnknownKey extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownKey(int id) {
        super("sealed under key " + DataKey.name(id) + ", which this node doesn't know", null, false, false);
    }
}
