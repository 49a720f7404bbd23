package vn.toso.domain.storage;

import org.jspecify.annotations.Nullable;

/** The store can't be opened; the message tells whoever starts the server what to do. */
public final class CannotOpenStore extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What stands in the way. */
    public enum Reason {
        /** Another process works on the data folder. */
        FOLDER_IN_USE,
        /** The data folder can't be created, read or written. */
        FOLDER_NOT_USABLE,
        /** The file isn't what this program wrote. */
        FILE_DAMAGED,
        /** A later version of this program wrote the file. */
        FILE_TOO_NEW,
        /** The folder's data belong to a mongod, and none was set or the one that was set doesn't run. */
        NO_MONGOD_FOR_ITS_DATA
    }

    private final Reason reason;

    CannotOpenStore(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
