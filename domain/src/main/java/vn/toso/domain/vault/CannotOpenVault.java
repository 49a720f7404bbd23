package vn.toso.domain.vault;

import org.jspecify.annotations.Nullable;

/** The keys to citizens' data can't be had; the message tells whoever starts the server what to do. */
public final class CannotOpenVault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotOpenVault(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
