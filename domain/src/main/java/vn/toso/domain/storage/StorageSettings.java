package vn.toso.domain.storage;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.vault.KeySettings;

/**
 * Where documents lie.
 *
 * @param mongodbUri a MongoDB connection string, database included or {@code toso}; null for the embedded store
 * @param dataDir folder of the embedded store's files
 * @param embeddedMongod path of a {@code mongod} for the embedded store, {@code auto} to have one downloaded, null for
 *     the server in the JVM
 * @param keys where the master key of sealed content is
 */
public record StorageSettings(
        @Nullable String mongodbUri, Path dataDir, @Nullable String embeddedMongod, KeySettings keys) {

    /** With a master key of its own making in the folder. */
    public StorageSettings(@Nullable String mongodbUri, Path dataDir, @Nullable String embeddedMongod) {
        this(mongodbUri, dataDir, embeddedMongod, KeySettings.besideData(dataDir));
    }
}
