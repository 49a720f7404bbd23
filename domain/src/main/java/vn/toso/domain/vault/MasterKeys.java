package vn.toso.domain.vault;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys that the operator keeps, outside the database: they wrap the data keys, and touch nothing else. The first one
 * wraps; those behind it only unwrap what was wrapped before they were replaced.
 */
public final class MasterKeys {

    static final String REMEDY = "A master key is 32 bytes in Base64: openssl rand -base64 32 makes one.";

    /** Of a key, in bytes. */
    static final int LENGTH = 32;

    private final Map<Integer, Aead> keys;
    private final int first;
    private final String origin;

    private MasterKeys(Map<Integer, Aead> keys, int first, String origin) {
        this.keys = keys;
        this.first = first;
        this.origin = origin;
    }

    /**
     * Keys as an operator writes them: each 32 bytes in Base64, such as {@code openssl rand -base64 32} makes, parted by
     * blanks, commas or line breaks; what follows a {@code #} is a remark.
     *
     * @param origin where they come from, for people
     * @throws CannotOpenVault if there is none, or one is no key
     */
    public static MasterKeys of(String text, String origin) {
        List<byte[]> read = new ArrayList<>();
        for (String line :
                text.lines().map(line -> line.replaceFirst("#.*", "")).toList()) {
            for (String word : line.strip().split("[\\s,]+", -1)) {
                if (!word.isEmpty()) {
                    read.add(decoded(word, origin));
                }
            }
        }
        if (read.isEmpty()) {
            throw new CannotOpenVault("There is no master key in " + origin + ". " + REMEDY, null);
        }
        Map<Integer, Aead> keys = new LinkedHashMap<>();
        read.forEach(key -> keys.put(idOf(key), Primitives.aead(key, idOf(key))));
        return new MasterKeys(keys, idOf(read.get(0)), origin);
    }

    private static byte[] decoded(String word, String origin) {
        try {
            byte[] key = Base64.getDecoder().decode(word);
            if (key.length == LENGTH) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new CannotOpenVault("What stands in " + origin + " is no master key. " + REMEDY, null);
        }
        throw new CannotOpenVault("What stands in " + origin + " is no master key. " + REMEDY, null);
    }

    /** A fingerprint, which tells nothing of the key. */
    private static int idOf(byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("toso master key".getBytes(StandardCharsets.US_ASCII));
            return ByteBuffer.wrap(digest.digest(key)).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Where they come from, for people; nothing secret in it. */
    String origin() {
        return origin;
    }

    /** Whether it is wrapped by the first key. */
    boolean isCurrent(byte[] wrapped) {
        return Primitives.keyOf(wrapped) == first;
    }

    byte[] wrap(byte[] key, byte[] about) {
        try {
            return Primitives.the(keys.get(first)).encrypt(key, about);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key could not be wrapped", e);
        }
    }

    /** @throws CannotOpenVault if none of these keys wrapped it */
    byte[] unwrap(byte[] wrapped, byte[] about) {
        Aead key = keys.get(Primitives.keyOf(wrapped));
        if (key == null) {
            throw new CannotOpenVault(
                    "The citizens' data in this database are sealed under master key "
                            + DataKey.name(Primitives.keyOf(wrapped)) + ", which is not in " + origin
                            + ". Give the server the key that it had before.",
                    null);
        }
        try {
            return key.decrypt(wrapped, about);
        } catch (GeneralSecurityException e) {
            throw new CannotOpenVault("A data key in this database is damaged: it does not open.", e);
        }
    }
}
