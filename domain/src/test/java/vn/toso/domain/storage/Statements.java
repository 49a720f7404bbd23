package vn.toso.domain.storage;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What is asked of a test's database while this is open, for tests that promise how much something asks. */
public final class Statements implements AutoCloseable {

    private static final Map<String, Queue<String>> BY_DATABASE = new ConcurrentHashMap<>();

    /** Hears every statement of every {@link TestStore}, and keeps those of the databases that somebody asks about. */
    static final CommandListener HEARD = new CommandListener() {
        @Override
        public void commandStarted(CommandStartedEvent event) {
            Queue<String> heard = BY_DATABASE.get(event.getDatabaseName());
            var target = event.getCommand().get(event.getCommandName());
            if (heard != null && target != null && target.isString()) {
                heard.add(event.getCommandName() + " " + target.asString().getValue());
            }
        }
    };

    private final String database;
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    private Statements(String database) {
        this.database = database;
    }

    /** From now on. */
    public static Statements of(Store store) {
        Statements statements = new Statements(store.database().getName());
        BY_DATABASE.put(statements.database, statements.heard);
        return statements;
    }

    /** How often a collection was read; the following pages of one answer are not counted. */
    public long reads(String collection) {
        return count("find " + collection) + count("aggregate " + collection) + count("count " + collection);
    }

    /** How many statements wrote to a collection. */
    public long writes(String collection) {
        return count("insert " + collection)
                + count("update " + collection)
                + count("delete " + collection)
                + count("findAndModify " + collection);
    }

    private long count(String statement) {
        return heard.stream().filter(statement::equals).count();
    }

    @Override
    public String toString() {
        return heard.toString();
    }

    @Override
    public void close() {
        BY_DATABASE.remove(database);
    }
}
