package vn.toso.domain.storage;

import java.time.Instant;
import vn.toso.domain.id.MemberId;

/**
 * Which state of a document this is.
 *
 * @param version 1 when inserted, one more at every write
 * @param updatedAt the server's time of that write; the sweep of the change log finds documents by it
 * @param updatedBy who wrote; the server itself is {@code Actor.SYSTEM}
 */
public record Revision(long version, Instant updatedAt, MemberId updatedBy) {

    /** The state of a document that was never written. */
    public static final Revision NONE = new Revision(0, Instant.EPOCH, new MemberId(new java.util.UUID(0, 0)));

    public Revision next(Instant at, MemberId by) {
        return new Revision(version + 1, at, by);
    }
}
