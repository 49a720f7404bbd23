package vn.toso.domain.storage.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/** The file of an embedded store, or its likeness in memory. */
final class StoreFile implements AutoCloseable {

    /** Of what {@link MapTypes} writes and the names of the maps; raised when an older program can't read it. */
    private static final int FORMAT = 1;

    private static final String DOCUMENTS = "documents ";
    private static final String NOTES = "notes ";
    private static final String KEYS = "keys ";

    private final MVStore store;
    private MVStore.@Nullable TxCounter keptForPowerFailure;
    private long syncedVersion = -1;

    private StoreFile(MVStore store) {
        this.store = store;
    }

    /**
     * @param path the file, created if it isn't there; null for a store in memory
     * @throws org.h2.mvstore.MVStoreException if the file is locked, damaged, of a later format or can't be written
     */
    static StoreFile open(@Nullable Path path) {
        MVStore.Builder builder = new MVStore.Builder();
        if (path != null) {
            builder.fileName(path.toString());
        }
        // Nothing is written but by commit(): a commit of MVStore's own might hold half of a command.
        MVStore store =
                builder.autoCommitDisabled().autoCommitBufferSize(0).compress().open();
        store.setRetentionTime(0);
        store.setVersionsToKeep(0);
        checkFormat(store);
        return new StoreFile(store);
    }

    private static void checkFormat(MVStore store) {
        int found = store.getStoreVersion();
        if (found > FORMAT) {
            store.closeImmediately();
            throw DataUtils.newMVStoreException(
                    DataUtils.ERROR_UNSUPPORTED_FORMAT, "The file has format {0}, known are up to {1}", found, FORMAT);
        }
        store.setStoreVersion(FORMAT);
    }

    MVMap<Object, Stored> documents(String namespace) {
        return open(DOCUMENTS + namespace, MapTypes.ID, MapTypes.DOCUMENT);
    }

    MVMap<String, Object> notes(String namespace) {
        return open(NOTES + namespace, StringDataType.INSTANCE, MapTypes.ID);
    }

    MVMap<KeyValue, Object> uniqueKeys(String namespace, String index) {
        return open(KEYS + namespace + " " + index, MapTypes.KEY, MapTypes.ID);
    }

    MVMap<KeyValue, Boolean> keys(String namespace, String index) {
        return open(KEYS + namespace + " " + index, MapTypes.KEY, MapTypes.NOTHING);
    }

    private <K, V> MVMap<K, V> open(String name, DataType<K> keys, DataType<V> values) {
        return store.openMap(name, new MVMap.Builder<K, V>().keyType(keys).valueType(values));
    }

    void removeDocuments(String namespace) {
        store.removeMap(DOCUMENTS + namespace);
        store.removeMap(NOTES + namespace);
    }

    void removeKeys(String namespace, String index) {
        store.removeMap(KEYS + namespace + " " + index);
    }

    /** The databases that have collections. */
    Set<String> databases() {
        return store.getMapNames().stream()
                .filter(name -> name.startsWith(DOCUMENTS))
                .map(name -> name.substring(DOCUMENTS.length()))
                .map(namespace -> namespace.substring(0, namespace.indexOf('.')))
                .collect(Collectors.toSet());
    }

    boolean isOnDisk() {
        return store.isPersistent();
    }

    /** Bytes of the file; 0 in memory. */
    long size() {
        return isOnDisk() ? store.getFileStore().size() : 0;
    }

    /**
     * Reads something while what it may have to read isn't overwritten in the file by the writes and the tidying that
     * go on.
     */
    <T> T reading(Supplier<T> work) {
        MVStore.TxCounter held = store.registerVersionUsage();
        try {
            return work.get();
        } finally {
            store.deregisterVersionUsage(held);
        }
    }

    /** Writes every change to the file; on return it outlives the process. */
    void commit() {
        store.commit();
    }

    /**
     * Has the operating system write to the disk what was committed before. What the state of that moment needs isn't
     * overwritten until the next call, so that a power failure finds it.
     */
    void sync() {
        long version = store.getCurrentVersion();
        if (version != syncedVersion) {
            MVStore.TxCounter next = store.registerVersionUsage();
            store.sync();
            store.deregisterVersionUsage(keptForPowerFailure);
            keptForPowerFailure = next;
            syncedVersion = version;
        }
    }

    /** Makes room: moves what is still needed out of mostly obsolete parts of the file, a bounded amount a call. */
    void tidy() {
        store.compact(50, 1 << 20);
    }

    /**
     * Without MVStore's own compaction: its moving of chunks fails an assertion of its own now and then. It also asserts
     * that nobody holds an older version.
     */
    @Override
    public void close() {
        store.deregisterVersionUsage(keptForPowerFailure);
        keptForPowerFailure = null;
        store.close(0);
    }
}
