package vn.toso.domain.sync;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.Cursor;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.storage.Secrets;
import vn.toso.domain.storage.Store;

/**
 * Writes and reads the tokens that phones bring back: opaque text of bytes under a signature, so that nobody makes one up
 * or uses somebody else's. The first byte names the format; an upgrade of the server reads the formats before it.
 */
final class PullTokens {

    private static final byte FORMAT = 1;
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE = 16;
    private static final int LARGEST = 64 * 1024;
    private static final int HAS_PLACE = 1;
    private static final int HAS_HAMLET = 2;
    private static final int HAS_KEY = 4;
    private static final int HAS_INSTANT = 8;

    private final Secrets secrets;
    private volatile @Nullable SecretKeySpec key;

    PullTokens(Store store) {
        this.secrets = new Secrets(store);
    }

    Mono<String> write(PullToken token) {
        return key().map(signing -> {
            byte[] content = bytes(token);
            byte[] signed = Arrays.copyOf(content, content.length + SIGNATURE);
            System.arraycopy(signature(signing, content), 0, signed, content.length, SIGNATURE);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        });
    }

    /** {@code invalid} at {@code /after} for a text that no server of ours made, or that it made for somebody else. */
    Mono<PullToken> read(MemberId reader, String text) {
        return key().map(signing -> {
            PullToken token = read(signing, text);
            if (!token.member().equals(reader)) {
                throw Problem.invalid("/after", "cursor-of-another");
            }
            return token;
        });
    }

    private static PullToken read(SecretKeySpec signing, String text) {
        byte[] signed = decoded(text);
        if (signed.length <= SIGNATURE) {
            throw forged();
        }
        byte[] content = Arrays.copyOf(signed, signed.length - SIGNATURE);
        byte[] claimed = Arrays.copyOfRange(signed, content.length, signed.length);
        byte[] expected = Arrays.copyOf(signature(signing, content), SIGNATURE);
        if (!MessageDigest.isEqual(claimed, expected) || content[0] != FORMAT) {
            throw forged();
        }
        return token(ByteBuffer.wrap(content, 1, content.length - 1));
    }

    private static byte[] decoded(String text) {
        try {
            return text.length() > LARGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw forged();
        }
    }

    private static Problem forged() {
        return Problem.invalid("/after", "cursor");
    }

    private Mono<SecretKeySpec> key() {
        SecretKeySpec known = key;
        return known != null
                ? Mono.just(known)
                : secrets.get("pull")
                        .map(bytes -> new SecretKeySpec(bytes, ALGORITHM))
                        .doOnNext(read -> key = read);
    }

    private static byte[] signature(SecretKeySpec signing, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(signing);
            return mac.doFinal(content);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static byte[] bytes(PullToken token) {
        ByteBuffer out =
                ByteBuffer.allocate(256 + 16 * token.cursor().positions().size());
        out.put(FORMAT);
        put(out, token.member().value());
        put(out, token.holding());
        put(out, token.base());
        put(out, token.place());
        Map<Integer, Long> positions = new TreeMap<>(token.cursor().positions());
        put(out, positions.size());
        positions.forEach((stream, seq) -> {
            put(out, stream);
            put(out, seq);
        });
        return Arrays.copyOf(out.array(), out.position());
    }

    private static PullToken token(ByteBuffer in) {
        MemberId member = new MemberId(uuid(in));
        long holding = number(in);
        long base = number(in);
        Place place = place(in);
        Map<Integer, Long> positions = new HashMap<>();
        for (long left = number(in); left > 0; left--) {
            positions.put((int) number(in), number(in));
        }
        return new PullToken(member, holding, base, place, new Cursor(positions));
    }

    private static void put(ByteBuffer out, @Nullable Place place) {
        if (place == null) {
            out.put((byte) 0);
            return;
        }
        Place.Key after = place.after();
        Instant at = after == null ? null : after.at();
        int has = HAS_PLACE | (place.hamlet() == null ? 0 : HAS_HAMLET);
        out.put((byte) (has | (after == null ? 0 : HAS_KEY) | (at == null ? 0 : HAS_INSTANT)));
        byte[] kind = place.kind().getBytes(StandardCharsets.US_ASCII);
        out.put((byte) kind.length).put(kind);
        if (place.hamlet() != null) {
            put(out, place.hamlet().value());
        }
        if (after != null) {
            put(out, after.id());
        }
        if (at != null) {
            out.putLong(at.toEpochMilli());
        }
    }

    private static @Nullable Place place(ByteBuffer in) {
        int has = in.get();
        if (has == 0) {
            return null;
        }
        byte[] kind = new byte[in.get()];
        in.get(kind);
        AreaId hamlet = (has & HAS_HAMLET) == 0 ? null : new AreaId(uuid(in));
        UUID id = (has & HAS_KEY) == 0 ? null : uuid(in);
        Instant at = (has & HAS_INSTANT) == 0 ? null : Instant.ofEpochMilli(in.getLong());
        return new Place(
                new String(kind, StandardCharsets.US_ASCII), hamlet, id == null ? null : new Place.Key(id, at));
    }

    private static void put(ByteBuffer out, UUID id) {
        out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID uuid(ByteBuffer in) {
        return new UUID(in.getLong(), in.getLong());
    }

    /** Small numbers in few bytes: seven bits each, the lowest first. */
    private static void put(ByteBuffer out, long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            out.put((byte) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.put((byte) rest);
    }

    private static long number(ByteBuffer in) {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = in.get();
            number |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw forged();
    }
}
