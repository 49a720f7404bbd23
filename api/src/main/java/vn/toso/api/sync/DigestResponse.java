package vn.toso.api.sync;

import java.time.Instant;
import java.util.List;
import vn.toso.domain.id.AreaId;

/**
 * What a phone is to hold, in a few bytes.
 *
 * @param visitsSince visits count from this moment on
 * @param hamlets those in which there is something
 */
record DigestResponse(Instant visitsSince, List<Hamlet> hamlets) {

    record Hamlet(AreaId hamletId, List<Kind> kinds) {}

    /**
     * @param kind {@code household}, {@code visit} or {@code task}
     * @param count how many documents
     * @param checksum over ids and versions, in 16 hexadecimal digits
     */
    record Kind(String kind, long count, String checksum) {}
}
