package vn.toso.domain.vault;

/** What is stored is not what was sealed there: somebody changed it, or moved it from another document. */
public final class DamagedSeal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamagedSeal(Throwable cause) {
        super("sealed content does not open under the key that it names", cause);
    }
}
