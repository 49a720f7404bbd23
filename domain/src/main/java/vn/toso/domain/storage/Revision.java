package vn.toso.domain.storage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.DeviceId;
import vn.toso.domain.id.MemberId;

/**
 * Which state of a document this is.
 *
 * @param version 1 when inserted, one more at every write
 * @param updatedAt the server's time of that write; the sweep of the change log finds documents by it
 * @param updatedBy who wrote; the server itself is {@code Actor.SYSTEM}
 * @param updatedOn the phone that it was written with, as it named itself; null when it didn't
 */
public record Revision(
        long version,
        Instant updatedAt,
        MemberId updatedBy,
        @Nullable DeviceId updatedOn) {

    /** The state of a document that was never written. */
    public static final Revision NONE = new Revision(0, Instant.EPOCH, new MemberId(new UUID(0, 0)), null);

    public Revision next(Instant at, MemberId by) {
        return next(at, by, null);
    }

    public Revision next(Instant at, MemberId by, @Nullable DeviceId on) {
        return new Revision(version + 1, at, by, on);
    }
}
