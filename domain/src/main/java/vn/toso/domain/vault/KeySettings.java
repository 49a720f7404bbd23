package vn.toso.domain.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the operator's master key is.
 *
 * @param file a file with it; null for none
 * @param key the key itself, as an environment variable gives it; null for none
 * @param home folder in which a key is made where neither is set; null where none may be made
 */
public record KeySettings(
        @Nullable Path file, @Nullable String key, @Nullable Path home) {

    /** Of the file in {@code home}. */
    public static final String OWN_FILE = "toso.key";

    /** A key of its own making beside the data. */
    public static KeySettings besideData(Path folder) {
        return new KeySettings(null, null, folder);
    }

    /**
     * Reads the keys, or makes the first one.
     *
     * @throws CannotOpenVault if there is none, or it can't be read
     */
    public MasterKeys masters() {
        String text = key == null || key.isBlank() ? null : key;
        if (file != null && text != null) {
            throw new CannotOpenVault("Two places for the master key are set. Take one of them away.", null);
        }
        if (file != null) {
            return read(file);
        }
        if (text != null) {
            return MasterKeys.of(text, "toso.keys.master");
        }
        if (home == null) {
            throw new CannotOpenVault(
                    "Citizens' data are sealed, and no master key is set. Set toso.keys.file, or TOSO_KEYS_MASTER, to the"
                            + " same key on every node. " + MasterKeys.REMEDY,
                    null);
        }
        return read(KeyFile.madeIn(home));
    }

    /** For people: where the key is; nothing secret in it. */
    public String description() {
        if (file != null) {
            return "the master key in " + file;
        }
        if (home == null || (key != null && !key.isBlank())) {
            return "the master key in toso.keys.master";
        }
        return "the master key in " + home.resolve(OWN_FILE)
                + "; keep a copy of it elsewhere, without it they are lost";
    }

    private static MasterKeys read(Path file) {
        try {
            return MasterKeys.of(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new CannotOpenVault("The master key in " + file + " can't be read (" + e + ").", e);
        }
    }
}
