package vn.toso.domain.storage;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import java.util.Set;
import vn.toso.domain.vault.UnknownKey;

/** Tells failures of the database from failures of a statement. */
final class Unavailability {

    private static final Set<Class<? extends Throwable>> SIGNS = Set.of(
            MongoTimeoutException.class,
            MongoSocketException.class,
            MongoServerUnavailableException.class,
            MongoConnectionPoolClearedException.class,
            MongoNodeIsRecoveringException.class,
            MongoNotPrimaryException.class,
            MongoExecutionTimeoutException.class,
            MongoWriteConcernException.class,
            UnknownKey.class);

    /**
     * Of a server that shuts down, starts, or is no longer the primary (MongoDB's error codes). The driver wraps what a
     * find fails with in an exception of its own that keeps only the code.
     */
    private static final Set<Integer> CODES = Set.of(91, 189, 10058, 10107, 11600, 11602, 13435, 13436);

    private Unavailability() {}

    static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isSign(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSign(Throwable cause) {
        return SIGNS.stream().anyMatch(sign -> sign.isInstance(cause))
                || (cause instanceof MongoCommandException refused && CODES.contains(refused.getErrorCode()))
                || (cause instanceof MongoBulkWriteException bulk && bulk.getWriteConcernError() != null);
    }
}
