package vn.toso.domain.team;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.toso.domain.id.MemberId;

/**
 * Codes that name a member for a while: the member's id and a quarter of an hour, with a signature of 96 bits. Nothing is
 * stored, and nobody without the key can make one, or tell one that was from one that never was.
 */
final class BadgeCodes {

    /** How long a code is new; it is good for this time before and after, since clocks of phones differ. */
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final int CONTENT = 20;
    private static final int SIGNATURE = 12;

    /** What a good code says. */
    record Read(MemberId member, Instant until) {}

    private final SecretKeySpec key;

    /** @param secret the same on every node */
    BadgeCodes(byte[] secret) {
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    static long windowOf(Instant moment) {
        return moment.getEpochSecond() / WINDOW.toSeconds();
    }

    static Instant startOf(long window) {
        return Instant.ofEpochSecond(window * WINDOW.toSeconds());
    }

    String code(MemberId member, long window) {
        byte[] content = ByteBuffer.allocate(CONTENT)
                .putLong(member.value().getMostSignificantBits())
                .putLong(member.value().getLeastSignificantBits())
                .putInt((int) window)
                .array();
        byte[] code = Arrays.copyOf(content, CONTENT + SIGNATURE);
        System.arraycopy(sign(content), 0, code, CONTENT, SIGNATURE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    }

    /** Empty for whatever isn't good now. */
    Optional<Read> read(String text, Instant now) {
        byte[] code = decoded(text);
        if (code.length != CONTENT + SIGNATURE) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(code, CONTENT);
        byte[] signature = Arrays.copyOfRange(code, CONTENT, code.length);
        if (!MessageDigest.isEqual(signature, Arrays.copyOf(sign(content), SIGNATURE))) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(content);
        MemberId member = new MemberId(new UUID(fields.getLong(), fields.getLong()));
        long window = fields.getInt();
        return Math.abs(windowOf(now) - window) <= 1
                ? Optional.of(new Read(member, startOf(window + 2)))
                : Optional.empty();
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private byte[] sign(byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
