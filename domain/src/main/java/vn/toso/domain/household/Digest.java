package vn.toso.domain.household;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A number that tells two contents apart: the start of their SHA-256, never 0. */
final class Digest {

    private Digest() {}

    static long of(@Nullable Object... parts) {
        try {
            byte[] content = Arrays.deepToString(parts).getBytes(StandardCharsets.UTF_8);
            long start = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(content))
                    .getLong();
            return start == 0 ? 1 : start;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
