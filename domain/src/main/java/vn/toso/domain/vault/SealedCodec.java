package vn.toso.domain.vault;

import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonReader;
import org.bson.BsonReaderMark;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/** A record's codec, between whose documents and the database some values are sealed. */
final class SealedCodec<T> implements Codec<T> {

    private static final BsonDocumentCodec DOCUMENTS = new BsonDocumentCodec();

    private final Codec<T> plain;
    private final Sealing sealing;
    private final Vault vault;

    SealedCodec(Codec<T> plain, Sealing sealing, Vault vault) {
        this.plain = plain;
        this.sealing = sealing;
        this.vault = vault;
    }

    /** The registry of a collection in which whatever is read or written as a document of these types is sealed. */
    static CodecRegistry registry(CodecRegistry plain, Sealing sealing, Vault vault, Class<?>... types) {
        CodecProvider provider = new CodecProvider() {
            @Override
            public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
                for (Class<?> sealed : types) {
                    if (sealed == type) {
                        return new SealedCodec<>(plain.get(type), sealing, vault);
                    }
                }
                return null;
            }
        };
        return CodecRegistries.fromRegistries(CodecRegistries.fromProviders(provider), plain);
    }

    @Override
    public void encode(BsonWriter writer, T value, EncoderContext context) {
        BsonDocument document = new BsonDocument();
        plain.encode(new BsonDocumentWriter(document), value, context);
        sealing.seal(document, vault);
        DOCUMENTS.encode(writer, document, context);
    }

    @Override
    public T decode(BsonReader reader, DecoderContext context) {
        if (!hasSeal(reader)) {
            return plain.decode(reader, context);
        }
        BsonDocument document = DOCUMENTS.decode(reader, context);
        sealing.open(document, vault);
        return plain.decode(new BsonDocumentReader(document), context);
    }

    /** Most visits have nothing that is sealed: those are read as they come. */
    private boolean hasSeal(BsonReader reader) {
        BsonReaderMark start = reader.getMark();
        boolean found = false;
        reader.readStartDocument();
        while (!found && reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            found = sealing.fields().contains(reader.readName());
            reader.skipValue();
        }
        start.reset();
        return found;
    }

    @Override
    public Class<T> getEncoderClass() {
        return plain.getEncoderClass();
    }
}
