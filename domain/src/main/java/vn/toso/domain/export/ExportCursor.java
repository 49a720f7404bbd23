package vn.toso.domain.export;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.ByHamlet.Place;
import vn.toso.domain.storage.PageToken;

/** A place as the last column of a row says it: hamlet and moment plainly, the document by its pseudonym. */
final class ExportCursor {

    /** No cell may begin with a sign that a spreadsheet takes for a formula. */
    private static final String MARK = "c";

    private static final int LENGTH = 40;
    private static final int BLOCK = 16;

    private ExportCursor() {}

    static String of(Place place, Pseudonyms pseudonyms) {
        Instant at = place.at();
        byte[] bytes = ByteBuffer.allocate(LENGTH)
                .put(Pseudonyms.bytes(place.hamlet().value()))
                .putLong(at == null ? Long.MIN_VALUE : at.toEpochMilli())
                .put(pseudonyms.block(place.id()))
                .array();
        return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** {@code invalid} at {@code /after} for what isn't a cursor of ours. */
    static Place read(String cursor, boolean timed, Pseudonyms pseudonyms) {
        ByteBuffer bytes = ByteBuffer.wrap(decoded(cursor));
        AreaId hamlet = new AreaId(new UUID(bytes.getLong(), bytes.getLong()));
        long millis = bytes.getLong();
        byte[] block = new byte[BLOCK];
        bytes.get(block);
        return new Place(hamlet, instant(millis, timed), pseudonyms.id(block));
    }

    private static @Nullable Instant instant(long millis, boolean timed) {
        if (timed == (millis == Long.MIN_VALUE)) {
            throw PageToken.foreign();
        }
        return timed ? Instant.ofEpochMilli(millis) : null;
    }

    private static byte[] decoded(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor.startsWith(MARK) ? cursor.substring(1) : "");
            if (bytes.length == LENGTH) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            throw PageToken.foreign();
        }
        throw PageToken.foreign();
    }
}
