package vn.toso.domain.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Where the server's ids come from; injected, so that a test decides them. */
@FunctionalInterface
public interface IdSource {

    UUID next();

    /** UUIDs of version 7 (RFC 9562): they sort by the moment they were made, which keeps inserts at the index's end. */
    static IdSource timeOrdered() {
        return UuidCreator::getTimeOrderedEpoch;
    }
}
