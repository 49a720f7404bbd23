package vn.toso.domain.storage.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.jspecify.annotations.Nullable;

/** How the file holds a value that is part of a key: a byte that says which kind, then the value. */
final class KeyFormat {

    private static final byte NOTHING = 0;
    private static final byte UUID_VALUE = 1;
    private static final byte TEXT = 2;
    private static final byte DOUBLE = 3;
    private static final byte LONG = 4;
    private static final byte INTEGER = 5;
    private static final byte INSTANT = 6;
    private static final byte FALSE = 7;
    private static final byte TRUE = 8;
    private static final byte OBJECT_ID = 9;
    private static final byte BSON = 10;

    private static final int OBJECT_ID_LENGTH = 12;

    private KeyFormat() {}

    static void write(WriteBuffer out, @Nullable Object value) {
        if (value == null || value instanceof Missing) {
            out.put(NOTHING);
        } else if (value instanceof UUID id) {
            out.put(UUID_VALUE).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        } else if (value instanceof String text) {
            writeBytes(out.put(TEXT), text.getBytes(UTF_8));
        } else if (value instanceof Double number) {
            out.put(DOUBLE).putLong(Double.doubleToRawLongBits(number));
        } else if (value instanceof Instant instant) {
            out.put(INSTANT).putLong(instant.toEpochMilli());
        } else {
            writeRarer(out, value);
        }
    }

    private static void writeRarer(WriteBuffer out, Object value) {
        if (value instanceof Long number) {
            out.put(LONG).putLong(number);
        } else if (value instanceof Integer number) {
            out.put(INTEGER).putInt(number);
        } else if (value instanceof Boolean truth) {
            out.put(truth ? TRUE : FALSE);
        } else if (value instanceof ObjectId id) {
            out.put(OBJECT_ID).put(id.toByteArray());
        } else {
            writeBytes(out.put(BSON), new Stored(new Document("", value)).bytes());
        }
    }

    static @Nullable Object read(ByteBuffer in) {
        byte kind = in.get();
        return switch (kind) {
            case NOTHING -> null;
            case UUID_VALUE -> new UUID(in.getLong(), in.getLong());
            case TEXT -> new String(readBytes(in), UTF_8);
            case DOUBLE -> Double.longBitsToDouble(in.getLong());
            case LONG -> in.getLong();
            case INTEGER -> in.getInt();
            case INSTANT -> Instant.ofEpochMilli(in.getLong());
            case FALSE -> false;
            case TRUE -> true;
            case OBJECT_ID -> new ObjectId(read(in, OBJECT_ID_LENGTH));
            case BSON -> new Stored(readBytes(in)).document().get("");
            default -> throw DataUtils.newMVStoreException(DataUtils.ERROR_FILE_CORRUPT, "Unknown kind {0}", kind);
        };
    }

    static void writeBytes(WriteBuffer out, byte[] bytes) {
        out.putVarInt(bytes.length).put(bytes);
    }

    static byte[] readBytes(ByteBuffer in) {
        return read(in, DataUtils.readVarInt(in));
    }

    private static byte[] read(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
