package vn.toso.domain.export;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Other names for ids: the same id has the same pseudonym in every export, so that rows of two lists can be joined, but
 * only who holds the key can say which id that is. An id is one block of AES under a key that never leaves the database:
 * no two ids share a pseudonym. Not for use by two threads at once.
 */
final class Pseudonyms {

    private static final int BLOCK = 16;

    private final Cipher there;
    private final Cipher back;

    /** @param key 32 bytes */
    Pseudonyms(byte[] key) {
        this.there = cipher(Cipher.ENCRYPT_MODE, key);
        this.back = cipher(Cipher.DECRYPT_MODE, key);
    }

    /** 32 hexadecimal digits, unlike any id. */
    String of(UUID id) {
        return HexFormat.of().formatHex(block(id));
    }

    byte[] block(UUID id) {
        return turned(there, bytes(id));
    }

    /** The id of a block; some id for a block that isn't ours. */
    UUID id(byte[] block) {
        ByteBuffer id = ByteBuffer.wrap(turned(back, block));
        return new UUID(id.getLong(), id.getLong());
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(BLOCK)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static byte[] turned(Cipher cipher, byte[] block) {
        try {
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings(
            "InsecureCryptoUsage") // One block alone: there is no pattern of blocks that this mode could show.
    private static Cipher cipher(int mode, byte[] key) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
