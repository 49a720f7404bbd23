package vn.toso.domain.storage.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.DataType;
import org.jspecify.annotations.Nullable;

/** How the file holds documents, their ids and index keys: as BSON, in MongoDB's order. */
final class BsonTypes {

    static final DataType<Document> DOCUMENT = new DocumentType();
    static final DataType<Object> ID = new IdType();
    static final DataType<KeyValue> KEY = new KeyType();
    static final DataType<Boolean> NOTHING = new NothingType();

    private BsonTypes() {}

    private static void writeBson(WriteBuffer out, Map<String, ?> document) {
        ByteBuf bytes = Unpooled.buffer(512);
        BsonEncoder.encodeDocument(document, bytes);
        out.put(bytes.array(), bytes.arrayOffset(), bytes.readableBytes());
    }

    private static Document readBson(ByteBuffer in) {
        ByteBuf bytes = Unpooled.wrappedBuffer(in);
        Document document = BsonDecoder.decodeBson(bytes);
        in.position(in.position() + bytes.readerIndex());
        return document;
    }

    /** A guess of the heap a value takes, in bytes; the page cache and the splitting of pages go by it. */
    private static int memoryOf(@Nullable Object value) {
        if (value instanceof String text) {
            return 56 + text.length();
        }
        if (value instanceof Map<?, ?> map) {
            return 64
                    + map.entrySet().stream()
                            .mapToInt(e -> 88 + memoryOf(e.getValue()))
                            .sum();
        }
        if (value instanceof Collection<?> list) {
            return 40 + list.stream().mapToInt(e -> 8 + memoryOf(e)).sum();
        }
        return 32;
    }

    private static final class DocumentType extends BasicDataType<Document> {
        @Override
        public int getMemory(Document document) {
            return memoryOf(document);
        }

        @Override
        public void write(WriteBuffer out, Document document) {
            writeBson(out, document);
        }

        @Override
        public Document read(ByteBuffer in) {
            return readBson(in);
        }

        @Override
        public Document[] createStorage(int size) {
            return new Document[size];
        }
    }

    private static final class IdType extends BasicDataType<Object> {
        @Override
        public int compare(Object a, Object b) {
            return ValueOrder.compare(a, b);
        }

        @Override
        public int getMemory(Object id) {
            return memoryOf(id);
        }

        @Override
        public void write(WriteBuffer out, Object id) {
            writeBson(out, new Document("", id instanceof Missing ? null : id));
        }

        @Override
        public Object read(ByteBuffer in) {
            return Missing.ofNullable(readBson(in).get(""));
        }

        @Override
        public Object[] createStorage(int size) {
            return new Object[size];
        }
    }

    private static final class KeyType extends BasicDataType<KeyValue> {
        @Override
        public int compare(KeyValue a, KeyValue b) {
            return ValueOrder.compareKeys(a, b);
        }

        @Override
        public int getMemory(KeyValue key) {
            return 56 + key.stream().mapToInt(value -> 8 + memoryOf(value)).sum();
        }

        @Override
        public void write(WriteBuffer out, KeyValue key) {
            Document values = new Document();
            for (Object value : key) {
                values.put(Integer.toString(values.size()), value instanceof Missing ? null : value);
            }
            writeBson(out, values);
        }

        @Override
        public KeyValue read(ByteBuffer in) {
            List<@Nullable Object> values = new ArrayList<>(readBson(in).values());
            return new KeyValue(values);
        }

        @Override
        public KeyValue[] createStorage(int size) {
            return new KeyValue[size];
        }
    }

    /** The value of a map whose keys say everything. */
    private static final class NothingType extends BasicDataType<Boolean> {
        @Override
        public int getMemory(Boolean nothing) {
            return 0;
        }

        @Override
        public void write(WriteBuffer out, Boolean nothing) {}

        @Override
        public Boolean read(ByteBuffer in) {
            return Boolean.TRUE;
        }

        @Override
        public Boolean[] createStorage(int size) {
            return new Boolean[size];
        }
    }
}
