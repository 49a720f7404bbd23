package vn.toso.domain.storage;

import static org.bson.codecs.configuration.CodecRegistries.fromProviders;
import static org.bson.codecs.configuration.CodecRegistries.fromRegistries;

import com.mongodb.MongoClientSettings;
import java.lang.reflect.Constructor;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.UuidRepresentation;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.UuidCodec;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.Id;

/**
 * How values become BSON: typed ids as UUID (subtype 4), a time with its offset as ISO-8601 text, records by name. The
 * driver reaches public records only.
 */
final class Codecs {

    private Codecs() {}

    static CodecRegistry registry() {
        return fromRegistries(fromProviders(new OwnTypes()), MongoClientSettings.getDefaultCodecRegistry());
    }

    private static final class OwnTypes implements CodecProvider {
        @Override
        @SuppressWarnings("unchecked")
        public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
            if (Id.class.isAssignableFrom(type) && type.isRecord()) {
                return (Codec<T>) new IdCodec<>((Class<? extends Id>) type);
            }
            if (type == OffsetDateTime.class) {
                return (Codec<T>) new OffsetDateTimeCodec();
            }
            return null;
        }
    }

    private static final class IdCodec<I extends Id> implements Codec<I> {
        private static final UuidCodec UUIDS = new UuidCodec(UuidRepresentation.STANDARD);
        private final Class<I> type;
        private final Constructor<I> constructor;

        IdCodec(Class<I> type) {
            this.type = type;
            try {
                this.constructor = type.getDeclaredConstructor(UUID.class);
            } catch (NoSuchMethodException e) {
                throw new IllegalArgumentException(type + " is not a record of one UUID", e);
            }
        }

        @Override
        public I decode(BsonReader reader, DecoderContext context) {
            try {
                return constructor.newInstance(UUIDS.decode(reader, context));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void encode(BsonWriter writer, I id, EncoderContext context) {
            UUIDS.encode(writer, id.value(), context);
        }

        @Override
        public Class<I> getEncoderClass() {
            return type;
        }
    }

    private static final class OffsetDateTimeCodec implements Codec<OffsetDateTime> {
        @Override
        public OffsetDateTime decode(BsonReader reader, DecoderContext context) {
            return OffsetDateTime.parse(reader.readString());
        }

        @Override
        public void encode(BsonWriter writer, OffsetDateTime value, EncoderContext context) {
            writer.writeString(value.toString());
        }

        @Override
        public Class<OffsetDateTime> getEncoderClass() {
            return OffsetDateTime.class;
        }
    }
}
