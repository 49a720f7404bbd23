package vn.toso.domain.storage;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.connection.TransportSettings;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;

/**
 * How the driver talks to a server: what is acknowledged lies in the journal of a majority, and a server that is gone or
 * frozen fails a statement instead of holding it. A connection string may set other times, but not other guarantees.
 */
final class ClientSettings {

    /** Below the three seconds in which a request must get its 503, on a busy machine as well. */
    private static final int SELECTION_MILLIS = 2000;

    private static final int CONNECT_MILLIS = 2000;

    /** For one answer of the server; a statement that may take longer sets a timeout of its own. */
    private static final int ANSWER_SECONDS = 15;

    private ClientSettings() {}

    static MongoClientSettings of(ConnectionString connection) {
        return MongoClientSettings.builder()
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(SELECTION_MILLIS, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(ANSWER_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
                        .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS))
                .transportSettings(TransportSettings.nettyBuilder().build())
                .applyConnectionString(connection)
                .codecRegistry(Codecs.registry())
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .readConcern(ReadConcern.MAJORITY)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .build();
    }
}
