package vn.toso.domain.storage;

import java.time.Duration;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.storage.CannotOpenStore.Reason;
import vn.toso.domain.storage.DataFolder.Engine;
import vn.toso.domain.storage.EmbeddedMongod.NoMongod;
import vn.toso.domain.storage.embedded.EmbeddedServer;

/**
 * The server on the data folder: a {@code mongod} where one is wanted and can be had, otherwise the one in the JVM.
 * Which of them wrote the folder's data first keeps it; the other one never starts on it with nothing to show.
 *
 * @param uri where its clients connect
 * @param description what runs and where its files lie, for people
 * @param stop stops it and gives the folder free
 */
record EmbeddedStore(String uri, String description, Runnable stop) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** @throws CannotOpenStore if the folder is in use, or it or its data can't be used */
    static EmbeddedStore start(StorageSettings settings) {
        DataFolder folder = DataFolder.take(settings.dataDir());
        try {
            return start(folder, settings);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static EmbeddedStore start(DataFolder folder, StorageSettings settings) {
        String program = settings.embeddedMongod();
        Engine owner = folder.owner().orElse(null);
        if (program == null || program.isBlank()) {
            if (owner == Engine.MONGOD) {
                throw needsMongod(folder, "none is set", null);
            }
            return inJvm(folder, "");
        }
        if (owner == Engine.JVM) {
            return inJvm(folder, "; its data were written by this server, so the mongod that is set isn't started");
        }
        try {
            return mongod(folder, program);
        } catch (NoMongod e) {
            if (owner == Engine.MONGOD) {
                throw needsMongod(folder, e.reason(), e);
            }
            return inJvm(folder, "; no mongod could be started: " + e.reason());
        }
    }

    private static EmbeddedStore mongod(DataFolder folder, String program) throws NoMongod {
        EmbeddedMongod mongod = EmbeddedMongod.start(folder, program, PATIENCE);
        folder.ownedBy(Engine.MONGOD);
        return new EmbeddedStore(
                mongod.uri(), "embedded mongod (" + program + "), files in " + folder.mongodData(), () -> {
                    mongod.close();
                    folder.close();
                });
    }

    private static EmbeddedStore inJvm(DataFolder folder, String remark) {
        EmbeddedServer server = openFile(folder);
        folder.ownedBy(Engine.JVM);
        return new EmbeddedStore(server.uri(), "embedded server in the JVM, file " + folder.jvmFile() + remark, () -> {
            server.close();
            folder.close();
        });
    }

    private static EmbeddedServer openFile(DataFolder folder) {
        try {
            return EmbeddedServer.open(folder.jvmFile());
        } catch (MVStoreException e) {
            throw translate(folder, e);
        }
    }

    private static CannotOpenStore translate(DataFolder folder, MVStoreException e) {
        return switch (e.getErrorCode()) {
            case DataUtils.ERROR_FILE_CORRUPT ->
                new CannotOpenStore(
                        Reason.FILE_DAMAGED,
                        "The file " + folder.jvmFile()
                                + " is damaged. Put a copy of it in its place that was made while"
                                + " the server was stopped, or move it away to start with an empty store.",
                        e);
            case DataUtils.ERROR_UNSUPPORTED_FORMAT ->
                new CannotOpenStore(
                        Reason.FILE_TOO_NEW,
                        "The file " + folder.jvmFile()
                                + " was written by a later version of this program. Start that one.",
                        e);
            case DataUtils.ERROR_FILE_LOCKED ->
                new CannotOpenStore(
                        Reason.FOLDER_IN_USE, "The file " + folder.jvmFile() + " is in use by another program.", e);
            default -> DataFolder.notUsable(folder.path(), e);
        };
    }

    private static CannotOpenStore needsMongod(DataFolder folder, String why, @Nullable Throwable cause) {
        return new CannotOpenStore(
                Reason.NO_MONGOD_FOR_ITS_DATA,
                "The data in " + folder.path() + " are a mongod's, and " + why
                        + ". Set toso.embedded.mongod to the path of one or to auto,"
                        + " or set toso.data-dir to another folder to start with an empty store.",
                cause);
    }
}
