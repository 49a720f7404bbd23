package vn.toso.domain.sync;

import org.jspecify.annotations.Nullable;
import vn.toso.domain.change.Cursor;
import vn.toso.domain.id.MemberId;

/**
 * What a phone holds of the server's documents.
 *
 * @param holding the version of the member's {@link Holding} that the phone is brought to
 * @param base the version that it has complete already; 0 for nothing
 * @param place how far the snapshot of the difference has come; null when it is complete
 * @param cursor up to where the change log is contained in it
 */
record PullToken(
        MemberId member, long holding, long base, @Nullable Place place, Cursor cursor) {

    PullToken at(@Nullable Place next) {
        return new PullToken(member, holding, base, next, cursor);
    }
}
