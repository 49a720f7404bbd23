package vn.toso.domain.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.Prf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/** One generation of what seals documents, and what marks the words they are found by. */
final class DataKey {

    private static final int MARK = 8;

    /** The beginnings of the names of some hamlets, which come again and again. */
    private static final int MARKS_IN_MEMORY = 20_000;

    private final int id;
    private final Aead seals;
    private final Prf marks;
    private final Cache<String, Long> made =
            Caffeine.newBuilder().maximumSize(MARKS_IN_MEMORY).build();

    /** @param secret 64 bytes: half of them seal, half of them mark */
    DataKey(int id, byte[] secret) {
        this.id = id;
        this.seals = Primitives.aead(Arrays.copyOfRange(secret, 0, MasterKeys.LENGTH), id);
        this.marks = Primitives.prf(Arrays.copyOfRange(secret, MasterKeys.LENGTH, 2 * MasterKeys.LENGTH));
    }

    /** For people: eight hexadecimal digits. */
    static String name(int id) {
        return String.format("%08x", id);
    }

    int id() {
        return id;
    }

    byte[] seal(byte[] content, byte[] about) {
        try {
            return seals.encrypt(content, about);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM seals whatever is shorter than 64 GB", e);
        }
    }

    byte[] open(byte[] sealed, byte[] about) {
        try {
            return seals.decrypt(sealed, about);
        } catch (GeneralSecurityException e) {
            throw new DamagedSeal(e);
        }
    }

    long mark(String text) {
        return made.get(text, this::make);
    }

    private long make(String text) {
        try {
            return ByteBuffer.wrap(marks.compute(text.getBytes(StandardCharsets.UTF_8), MARK))
                    .getLong();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 gives 8 bytes of anything", e);
        }
    }
}
