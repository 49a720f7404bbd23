package vn.toso.domain.vault;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** The data keys in the database, wrapped by the operator's master key, and every statement about them. */
final class KeyRing {

    private static final String ID = "data";

    /**
     * A data key without what is secret of it.
     *
     * @param since when it came into this state
     */
    record Entry(int id, String wrapped, KeyState state, Instant madeAt, Instant since) {

        Entry to(KeyState next, Instant now) {
            return new Entry(id, wrapped, next, madeAt, now);
        }
    }

    /** All of them as they were read. */
    record Ring(long version, List<Entry> entries) {

        Entry current() {
            return entries.stream()
                    .filter(entry -> entry.state() == KeyState.CURRENT)
                    .findFirst()
                    .orElseThrow(() -> new CannotOpenVault("No data key of this database is in use.", null));
        }

        boolean has(KeyState state) {
            return entries.stream().anyMatch(entry -> entry.state() == state);
        }
    }

    private final MongoDatabase database;
    private final MongoCollection<Document> rings;
    private final MasterKeys masters;
    private final SecureRandom random = new SecureRandom();
    private final Map<Integer, DataKey> opened = new HashMap<>();

    KeyRing(MongoDatabase database, MasterKeys masters) {
        this.database = database;
        this.rings = database.getCollection("keys");
        this.masters = masters;
    }

    /** The round that seals anew what lies in the same database. */
    Resealing resealing(Vault vault) {
        return new Resealing(database, vault);
    }

    /** The keys as they are now; the first one ever is made here, by whichever node asks first. */
    Mono<DataKeys> load(Instant now) {
        return read().switchIfEmpty(Mono.defer(() -> make(now).then(read()))).map(this::unwrapped);
    }

    Mono<Ring> read() {
        return Mono.from(rings.find(eq("_id", ID)).first()).map(KeyRing::ring);
    }

    /**
     * Changes the ring as it was read. Emits whether it was still so: of several nodes one is first.
     *
     * @param change of the entries
     */
    Mono<Boolean> change(Ring read, UnaryOperator<List<Entry>> change) {
        Document next = document(read.version() + 1, change.apply(read.entries()));
        return Mono.from(rings.replaceOne(and(eq("_id", ID), eq("version", read.version())), next))
                .map(result -> result.getMatchedCount() == 1);
    }

    Entry newKey(KeyState state, Instant now) {
        int id = random.nextInt(1, Integer.MAX_VALUE);
        byte[] secret = new byte[2 * MasterKeys.LENGTH];
        random.nextBytes(secret);
        return new Entry(id, text(masters.wrap(secret, about(id))), state, now, now);
    }

    /** Whether a master key that was replaced wrapped it. */
    boolean isWrappedByFormer(Entry entry) {
        return !masters.isCurrent(bytes(entry.wrapped()));
    }

    /** The same under the first master key. */
    Entry wrappedAnew(Entry entry) {
        byte[] secret = masters.unwrap(bytes(entry.wrapped()), about(entry.id()));
        return new Entry(
                entry.id(),
                text(masters.wrap(secret, about(entry.id()))),
                entry.state(),
                entry.madeAt(),
                entry.since());
    }

    private Mono<Void> make(Instant now) {
        return Mono.from(rings.insertOne(document(1, List.of(newKey(KeyState.CURRENT, now)))))
                .onErrorResume(KeyRing::isTaken, another -> Mono.empty())
                .then();
    }

    private synchronized DataKeys unwrapped(Ring ring) {
        List<DataKey> searched = new ArrayList<>();
        for (Entry entry : ring.entries()) {
            DataKey key = opened.computeIfAbsent(
                    entry.id(), id -> new DataKey(id, masters.unwrap(bytes(entry.wrapped()), about(id))));
            if (entry.state() != KeyState.RETIRED) {
                searched.add(key);
            }
        }
        return new DataKeys(Primitives.the(opened.get(ring.current().id())), Map.copyOf(opened), List.copyOf(searched));
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof MongoWriteException e && e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    private static Document document(long version, List<Entry> entries) {
        List<Document> keys = entries.stream()
                .map(entry -> new Document("id", entry.id())
                        .append("key", entry.wrapped())
                        .append("state", entry.state().name())
                        .append("madeAt", Date.from(entry.madeAt()))
                        .append("since", Date.from(entry.since())))
                .toList();
        return new Document("_id", ID).append("version", version).append("keys", keys);
    }

    private static Ring ring(Document read) {
        List<Entry> entries = read.getList("keys", Document.class).stream()
                .map(key -> new Entry(
                        key.getInteger("id"),
                        key.getString("key"),
                        KeyState.valueOf(key.getString("state")),
                        key.getDate("madeAt").toInstant(),
                        key.getDate("since").toInstant()))
                .toList();
        return new Ring(read.getLong("version"), entries);
    }

    private static byte[] about(int id) {
        return ("data key " + DataKey.name(id)).getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }
}
