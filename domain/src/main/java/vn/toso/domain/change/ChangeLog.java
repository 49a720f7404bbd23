package vn.toso.domain.change;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.Change.Op;
import vn.toso.domain.change.Stream.End;
import vn.toso.domain.storage.Store;

/**
 * The log of what changed: for each node a stream without gaps that becomes visible in order. A reader who follows a
 * {@link Cursor} never misses an entry.
 */
public final class ChangeLog {

    private static final int REMEMBERED = 2_000;

    private final Store store;
    private final Clock clock;
    private final LogSettings settings;
    private final UUID node = UUID.randomUUID();
    private final Map<String, LoggedCollection<?>> collections = new ConcurrentSkipListMap<>();
    private final Set<String> followers = new ConcurrentSkipListSet<>();
    private final Entries entries;
    private final Streams streams;
    private final Stream own;
    private final Tail tail;
    private final Appender appender;
    private final Reader reader;
    private final Excerpts excerpts;

    public ChangeLog(Store store, Clock clock) {
        this(store, clock, LogSettings.DEFAULT);
    }

    /** @param clock for leases: a wrong one makes a node take over too early, or be taken from, and nothing worse */
    public ChangeLog(Store store, Clock clock, LogSettings settings) {
        this.store = store;
        this.clock = clock;
        this.settings = settings;
        this.entries = new Entries(store);
        this.streams = new Streams(store, clock, node, settings.lease());
        this.own = new Stream(streams, entries);
        Recent recent = new Recent(REMEMBERED);
        this.tail = new Tail(streams, entries, clock);
        this.appender = new Appender(own, entries, recent, tail);
        this.reader = new Reader(streams, entries, own, recent);
        this.excerpts = new Excerpts(streams, entries);
    }

    /** Creates the indexes of the log and of every logged collection that was made with it. */
    public Mono<Void> createIndexes() {
        return entries.createIndexes()
                .thenMany(Flux.fromIterable(collections.values()))
                .concatMap(LoggedCollection::createIndexes)
                .then();
    }

    /**
     * Completes when every entry is in the log, durably; entries that are there already are left alone. Concurrent
     * calls share a statement. After an error some may be in: appending them again is harmless.
     */
    public Mono<Void> append(List<Change> changes) {
        return appender.append(changes);
    }

    /**
     * At most {@code limit} entries past the cursor, each stream in its order and without a gap. Fewer than the limit
     * means that there were no more when the call began. Fails with the problem {@code resync-required} when the cursor
     * is older than the log.
     */
    public Flux<Change> after(Cursor cursor, int limit) {
        return reader.after(cursor, limit);
    }

    /**
     * What concerns somebody between two positions, at most {@code limit} entries: fewer than that are all there are.
     * Fails with the problem {@code resync-required} when the first position is older than the log.
     */
    public Mono<Excerpt> excerpt(Cursor after, Cursor end, Concern concern, int limit) {
        return excerpts.read(after, end, concern, limit);
    }

    /** The position behind everything that this node knows of, from memory; a poll behind the log at most. */
    public Cursor knownHead() {
        return tail.known().end();
    }

    /** The position behind everything that is in the log now. */
    public Mono<Cursor> head() {
        return reader.head();
    }

    /** Like {@link #head}, behind everything that any node may have seen: not even this node's own stream from memory. */
    public Mono<Cursor> storedHead() {
        return reader.storedHead();
    }

    /** The position before everything that the log still holds. */
    public Mono<Cursor> oldest() {
        return reader.oldest();
    }

    /** Completes when this node has learned of something past the cursor; needs a started {@link Node}. */
    public Mono<Void> news(Cursor cursor) {
        return tail.news(cursor);
    }

    /**
     * The entries of one document version: a PUT for its hamlet, and before it a LEAVE for the hamlet that it left with
     * it. So where the PUT is in the log, the LEAVE is, too.
     */
    static <D extends Versioned<D>> List<Change> entriesOf(String kind, D document) {
        List<Change> changes = new ArrayList<>();
        if (document.leftHamlet() != null) {
            changes.add(entry(kind, document, Op.LEAVE));
        }
        changes.add(entry(kind, document, Op.PUT));
        return changes;
    }

    private static <D extends Versioned<D>> Change entry(String kind, D document, Op op) {
        var revision = document.revision();
        UUID key = document.key().value();
        String id = idOf(kind, key, revision.version());
        return new Change(
                op == Op.PUT ? id : id + ":leave",
                -1,
                0,
                kind,
                key,
                revision.version(),
                op == Op.PUT ? document.hamlet() : document.leftHamlet(),
                op,
                revision.updatedBy(),
                revision.updatedAt(),
                revision.updatedOn());
    }

    /** The id of the PUT of a document's version. */
    static String idOf(String kind, UUID key, long version) {
        return kind + ":" + key + ":" + version;
    }

    void register(LoggedCollection<?> collection) {
        collections.put(collection.kind(), collection);
    }

    Iterable<LoggedCollection<?>> collections() {
        return collections.values();
    }

    /** @param listener the name of one that this node knows, whether it runs here or elsewhere */
    void registerFollower(String listener) {
        followers.add(listener);
    }

    boolean isFollowedBy(String listener) {
        return followers.contains(listener);
    }

    Tail.Known known() {
        return tail.known();
    }

    Entries entries() {
        return entries;
    }

    Streams streams() {
        return streams;
    }

    LogSettings settings() {
        return settings;
    }

    Clock clock() {
        return clock;
    }

    /** A lease of this node on work that others must leave to it meanwhile. */
    Lease lease(String name, Duration length) {
        return new Lease(store.collection("leases", Document.class), name, node, length, clock);
    }

    /** Leases a stream, or finds out where this node's own one ends. */
    Mono<Void> open() {
        return appender.lookForOthers();
    }

    /** Keeps the stream for another while, and sees what a former holder still appended to it. */
    Mono<Void> renew() {
        return own.renew().then(appender.lookForOthers());
    }

    /** Looks for what other nodes appended. */
    Mono<Void> look() {
        return Mono.defer(() -> {
            @Nullable End known = own.known();
            return tail.look(known == null ? -1 : known.slot());
        });
    }

    /** Gives the stream to whoever wants it; after the last append. */
    Mono<Void> release() {
        return own.release();
    }
}
