package vn.toso.domain.vault;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;
import org.bson.BsonArray;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinarySubType;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.io.BasicOutputBuffer;

/**
 * What of the documents of a collection is sealed: the values at some places are taken out and lie together under one
 * seal, which opens in that document only. Declared beside the feature; nobody who decides anything knows of it.
 */
public final class Sealing {

    private static final BsonDocumentCodec DOCUMENTS = new BsonDocumentCodec();

    /** Values under one seal. */
    private record Envelope(String field, List<String[]> paths) {}

    private final String collection;
    private final List<Envelope> envelopes;
    private final List<String> fields;
    private final BiConsumer<BsonDocument, Vault> marking;

    private Sealing(String collection, List<Envelope> envelopes, BiConsumer<BsonDocument, Vault> marking) {
        this.collection = collection;
        this.envelopes = envelopes;
        this.fields = envelopes.stream().map(Envelope::field).toList();
        this.marking = marking;
    }

    /**
     * @param paths such as {@code note}, {@code voided.reason}, {@code residents.name}; a list on the way means each of
     *     its items
     */
    public static Sealing of(String collection, String... paths) {
        return new Sealing(collection, List.of(), (document, vault) -> {}).and("sealed", paths);
    }

    /** Further values under a seal of their own, to be read without the others. */
    public Sealing and(String field, String... paths) {
        List<Envelope> more = new ArrayList<>(envelopes);
        more.add(new Envelope(
                field,
                List.of(paths).stream().map(path -> path.split("\\.", -1)).toList()));
        return new Sealing(collection, List.copyOf(more), marking);
    }

    /** @param marks adds to the plain document what it is to be found by */
    public Sealing marking(BiConsumer<BsonDocument, Vault> marks) {
        return new Sealing(collection, envelopes, marks);
    }

    /** The codecs of these types, which seal and open. */
    public CodecRegistry over(CodecRegistry plain, Vault vault, Class<?>... types) {
        return SealedCodec.registry(plain, this, vault, types);
    }

    String collection() {
        return collection;
    }

    /** The fields with seals. */
    List<String> fields() {
        return fields;
    }

    /** Takes the values out of a plain document. */
    void seal(BsonDocument document, Vault vault) {
        marking.accept(document, vault);
        for (Envelope envelope : envelopes) {
            BsonDocument secrets = new BsonDocument();
            for (String[] path : envelope.paths()) {
                BsonValue taken = take(document, path, 0);
                if (!taken.isNull()) {
                    secrets.put(String.join(".", path), taken);
                }
            }
            if (!secrets.isEmpty()) {
                String sealed = vault.seal(bytes(secrets), about(document, envelope));
                document.put(envelope.field(), new BsonString(sealed));
            }
        }
    }

    /** Puts them back. A document that was written before there were seals stays as it is. */
    void open(BsonDocument document, Vault vault) {
        for (Envelope envelope : envelopes) {
            BsonValue sealed = document.remove(envelope.field());
            if (sealed != null && sealed.isString()) {
                BsonDocument secrets = document(vault.unseal(sealed.asString().getValue(), about(document, envelope)));
                for (String[] path : envelope.paths()) {
                    BsonValue value = secrets.get(String.join(".", path));
                    if (value != null) {
                        putBack(document, path, 0, value);
                    }
                }
            }
        }
    }

    /** Whether a stored document is as it would be stored now: nothing plain in it, and the current key's seals. */
    boolean isUpToDate(BsonDocument stored, Vault vault) {
        for (Envelope envelope : envelopes) {
            BsonValue sealed = stored.get(envelope.field());
            if (sealed != null && !vault.isCurrent(sealed.asString().getValue())) {
                return false;
            }
            for (String[] path : envelope.paths()) {
                if (!take(stored.clone(), path, 0).isNull()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether nothing lies open in a stored document and its seals open. */
    boolean isSound(BsonDocument stored, Vault vault) {
        boolean sealed = envelopes.stream()
                .flatMap(envelope -> envelope.paths().stream())
                .allMatch(path -> take(stored.clone(), path, 0).isNull());
        return sealed && opens(stored.clone(), vault);
    }

    private boolean opens(BsonDocument stored, Vault vault) {
        try {
            open(stored, vault);
            return true;
        } catch (DamagedSeal | UnknownKey flaw) {
            return false;
        }
    }

    /** For people: a UUID as such. */
    static String idOf(BsonDocument document) {
        BsonValue id = Primitives.the(document.get("_id"));
        boolean uuid = id.isBinary() && id.asBinary().getType() == BsonBinarySubType.UUID_STANDARD.getValue();
        return uuid ? id.asBinary().asUuid().toString() : id.toString();
    }

    private String about(BsonDocument document, Envelope envelope) {
        BsonValue id = Primitives.the(document.get("_id"));
        String key = id.isBinary() ? HexFormat.of().formatHex(id.asBinary().getData()) : id.toString();
        return collection + '/' + envelope.field() + '/' + key;
    }

    /** The value, or one for each item of a list, in their order, null where an item has none. */
    private static BsonValue take(BsonDocument from, String[] path, int step) {
        String name = path[step];
        if (step == path.length - 1) {
            BsonValue taken = from.remove(name);
            return taken == null ? BsonNull.VALUE : taken;
        }
        BsonValue within = from.get(name);
        if (within == null || within.isNull()) {
            return BsonNull.VALUE;
        }
        if (within.isDocument()) {
            return take(within.asDocument(), path, step + 1);
        }
        BsonArray taken = new BsonArray();
        within.asArray().forEach(item -> taken.add(take(item.asDocument(), path, step + 1)));
        return taken.stream().allMatch(BsonValue::isNull) ? BsonNull.VALUE : taken;
    }

    private static void putBack(BsonDocument into, String[] path, int step, BsonValue value) {
        if (value.isNull()) {
            return;
        }
        String name = path[step];
        if (step == path.length - 1) {
            into.put(name, value);
            return;
        }
        BsonValue within = into.get(name);
        if (within != null && within.isDocument()) {
            putBack(within.asDocument(), path, step + 1, value);
        } else if (within != null && within.isArray()) {
            // What a reader asked for without its list has no place to go to.
            for (int i = 0; i < within.asArray().size(); i++) {
                putBack(
                        within.asArray().get(i).asDocument(),
                        path,
                        step + 1,
                        value.asArray().get(i));
            }
        }
    }

    private static byte[] bytes(BsonDocument document) {
        try (BasicOutputBuffer buffer = new BasicOutputBuffer();
                BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            DOCUMENTS.encode(writer, document, EncoderContext.builder().build());
            return buffer.toByteArray();
        }
    }

    private static BsonDocument document(byte[] bytes) {
        try (BsonBinaryReader reader = new BsonBinaryReader(ByteBuffer.wrap(bytes))) {
            return DOCUMENTS.decode(reader, DecoderContext.builder().build());
        }
    }
}
