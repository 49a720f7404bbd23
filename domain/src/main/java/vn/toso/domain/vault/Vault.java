package vn.toso.domain.vault;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Seals what the database may hold of citizens, and opens it again. Data keys lie in the database, wrapped by the
 * operator's master key (envelope encryption), and in the memory of nodes; the master key never lies in the database.
 */
public final class Vault {

    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder FROM_TEXT = Base64.getUrlDecoder();

    /** A collection with sealed content. */
    record Shelf(Sealing sealing, MongoCollection<BsonDocument> documents) {}

    private final List<Shelf> shelves = new CopyOnWriteArrayList<>();
    private final Mono<KeyRing> ring;
    private volatile @Nullable DataKeys keys;

    private Vault(Mono<KeyRing> ring, @Nullable DataKeys keys) {
        this.ring = ring;
        this.keys = keys;
    }

    /**
     * The keys of a database. Nothing is read before {@link #open}.
     *
     * @param masters the operator's keys, asked for once, when the vault is opened
     */
    public static Vault of(MongoDatabase database, Supplier<MasterKeys> masters) {
        return new Vault(
                Mono.fromSupplier(() -> new KeyRing(database, masters.get())).cache(), null);
    }

    /**
     * One key that lies nowhere else; for tests and for tools that share it.
     *
     * @param secret 64 bytes
     */
    public static Vault ofOneKey(byte[] secret) {
        return new Vault(Mono.empty(), DataKeys.of(new DataKey(1, secret)));
    }

    /** For who touches nothing that is sealed. */
    public static Vault closed() {
        return new Vault(Mono.empty(), null);
    }

    /**
     * Completes when this node knows the keys, also those that other nodes made meanwhile; the first node makes the first
     * one. Fails with {@link CannotOpenVault} when the master key isn't theirs.
     */
    public Mono<Void> open() {
        return ring.flatMap(opened -> opened.load(Clock.systemUTC().instant()))
                .doOnNext(read -> keys = read)
                .then();
    }

    /** Empty where the keys lie in no database. */
    Mono<KeyRing> ring() {
        return ring;
    }

    /** From now on the documents of a collection are sealed anew when keys change. */
    public void register(Sealing sealing, MongoCollection<BsonDocument> documents) {
        boolean known =
                shelves.stream().anyMatch(shelf -> shelf.sealing().collection().equals(sealing.collection()));
        if (!known) {
            shelves.add(new Shelf(sealing, documents));
        }
    }

    /** In the order of their names, which no restart changes. */
    List<Shelf> shelves() {
        return shelves.stream()
                .sorted(Comparator.comparing(shelf -> shelf.sealing().collection()))
                .toList();
    }

    /**
     * The documents, by collection and id, in which something lies open that is to be sealed, or whose seal doesn't open.
     * Before the first round of sealing is done there may be some from before there were seals.
     */
    public Flux<String> flaws() {
        return Flux.fromIterable(shelves())
                .concatMap(shelf -> Flux.from(shelf.documents().find())
                        .filter(document -> !shelf.sealing().isSound(document, this))
                        .map(document -> shelf.sealing().collection() + ' ' + Sealing.idOf(document)));
    }

    /**
     * Sealed content as text.
     *
     * @param about what it belongs to: beside anything else it doesn't open
     */
    public String seal(byte[] content, String about) {
        return TO_TEXT.encodeToString(known().current().seal(content, bytes(about)));
    }

    /** @throws DamagedSeal if it isn't what was sealed, {@link UnknownKey} if this node must learn of a key first */
    public byte[] unseal(String sealed, String about) {
        byte[] content = decoded(sealed);
        int id = Primitives.keyOf(content);
        DataKey key = known().known().get(id);
        if (key == null) {
            throw new UnknownKey(id);
        }
        return key.open(content, bytes(about));
    }

    /** Whether it was sealed with the current key. */
    boolean isCurrent(String sealed) {
        return Primitives.keyOf(decoded(sealed)) == known().current().id();
    }

    /**
     * What stands in a document for a word that it is to be found by: nobody without the key tells the word by it.
     *
     * @param place within which the same word has the same mark
     */
    public long mark(String place, String word) {
        return known().current().mark(place + '\n' + word);
    }

    /** Each mark that a document may have for the word now: two while a new key takes over. */
    public List<Long> marks(String place, String word) {
        return known().searched().stream()
                .map(key -> key.mark(place + '\n' + word))
                .toList();
    }

    private DataKeys known() {
        return Objects.requireNonNull(keys, "the vault isn't open");
    }

    private static byte[] decoded(String sealed) {
        try {
            return FROM_TEXT.decode(sealed);
        } catch (IllegalArgumentException e) {
            throw new DamagedSeal(e);
        }
    }

    private static byte[] bytes(String about) {
        return about.getBytes(StandardCharsets.UTF_8);
    }
}
