package vn.toso.domain.storage.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out MongoDB's commands on a file. */
final class Commands extends AbstractMongoBackend {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private static final Set<String> HANDSHAKE = Set.of("ismaster", "hello", "ping", "buildinfo");

    private static final Set<String> READS = Set.of(
            "aggregate",
            "collstats",
            "connectionstatus",
            "count",
            "dbstats",
            "distinct",
            "endsessions",
            "find",
            "getmore",
            "killcursors",
            "listcollections",
            "listdatabases",
            "listindexes",
            "serverstatus",
            "validate");

    private final StoreFile file;

    Commands(StoreFile file) {
        this.file = file;
        file.databases().forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoredDatabase(name, file, getCursorRegistry());
    }

    /** Says who the server is and touches no data. */
    static boolean isHandshake(Document command) {
        return HANDSHAKE.contains(nameOf(command).toLowerCase(Locale.ROOT));
    }

    /** Whether it changes nothing, and so may run beside others. */
    boolean isRead(String database, Document command) {
        return READS.contains(nameOf(command).toLowerCase(Locale.ROOT))
                && listDatabaseNames().contains(database)
                && !writesItsResult(command);
    }

    private static boolean writesItsResult(Document command) {
        return command.get("pipeline") instanceof List<?> stages
                && stages.stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .anyMatch(stage -> stage.containsKey("$out") || stage.containsKey("$merge"));
    }

    private static String nameOf(Document command) {
        return command.keySet().iterator().next();
    }

    /** The answer to a command; its failure is an answer, too. */
    Document answer(Channel channel, String database, Document command) {
        try {
            return file.reading(() -> handleCommand(channel, database, nameOf(command), command));
        } catch (MongoServerError e) {
            return refusal(e.getCode(), e.getCodeName(), e.getMessageWithoutErrorCode());
        } catch (MongoServerException e) {
            return refusal(8, "UnknownError", e.getMessageWithoutErrorCode());
        } catch (RuntimeException e) {
            LOG.error("The embedded store failed at {} in {}", nameOf(command), database, e);
            return refusal(1, "InternalError", "Failed: " + e);
        }
    }

    static Document refusal(int code, String codeName, String message) {
        return new Document("ok", 0)
                .append("errmsg", message)
                .append("code", code)
                .append("codeName", codeName);
    }
}
