package vn.toso.domain.id;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identifies one notice; follows from what it tells whom, so that replays and several nodes make it once. */
public record NoticeId(UUID value) implements Id {

    /** @param about everything that tells this notice from any other, the recipient among it */
    public static NoticeId of(String about) {
        return new NoticeId(UUID.nameUUIDFromBytes(("notice:" + about).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
