package vn.toso.domain.storage.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.DataType;
import org.jspecify.annotations.Nullable;

/** What the file's maps consist of: documents, ids and index keys, the latter two in MongoDB's order. */
final class MapTypes {

    static final DataType<Stored> DOCUMENT = new DocumentType();
    static final DataType<Object> ID = new IdType();
    static final DataType<KeyValue> KEY = new KeyType();
    static final DataType<Boolean> NOTHING = new NothingType();

    private MapTypes() {}

    /** A guess of the heap a value takes, in bytes; the page cache and the splitting of pages go by it. */
    private static int memoryOf(@Nullable Object value) {
        if (value instanceof String text) {
            return 56 + text.length();
        }
        if (value instanceof Map<?, ?> map) {
            return 64 + map.values().stream().mapToInt(MapTypes::memoryOf).sum();
        }
        if (value instanceof Collection<?> list) {
            return 40 + list.stream().mapToInt(MapTypes::memoryOf).sum();
        }
        return 32;
    }

    private static final class DocumentType extends BasicDataType<Stored> {
        /** The values take about three times the bytes. */
        @Override
        public int getMemory(Stored stored) {
            return 64 + 4 * stored.bytes().length;
        }

        @Override
        public void write(WriteBuffer out, Stored stored) {
            KeyFormat.writeBytes(out, stored.bytes());
        }

        @Override
        public Stored read(ByteBuffer in) {
            return new Stored(KeyFormat.readBytes(in));
        }

        @Override
        public Stored[] createStorage(int size) {
            return new Stored[size];
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
            KeyFormat.write(out, id);
        }

        @Override
        public Object read(ByteBuffer in) {
            return Missing.ofNullable(KeyFormat.read(in));
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
            int memory = 56;
            for (int i = 0; i < key.size(); i++) {
                memory += 8 + memoryOf(key.get(i));
            }
            return memory;
        }

        @Override
        public void write(WriteBuffer out, KeyValue key) {
            out.putVarInt(key.size());
            for (int i = 0; i < key.size(); i++) {
                KeyFormat.write(out, key.get(i));
            }
        }

        @Override
        public KeyValue read(ByteBuffer in) {
            int size = DataUtils.readVarInt(in);
            List<@Nullable Object> values = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                values.add(KeyFormat.read(in));
            }
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
