package vn.toso.domain.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.storage.CannotOpenStore.Reason;

/**
 * The folder of the embedded store, held by this process alone.
 *
 * <pre>
 * toso.lock    held while a process works here; the operating system frees it when the process dies
 * engine       which engine owns the data: jvm or mongod
 * toso.mv.db   the data of the server in the JVM
 * mongod/      the data of a mongod (data/) and, if it was downloaded, the program (program/)
 * </pre>
 */
final class DataFolder implements AutoCloseable {

    /** Who wrote the data. */
    enum Engine {
        JVM,
        MONGOD
    }

    /** Far behind the text of the file: some systems let nobody read a locked byte. */
    private static final long LOCKED_BYTE = 1L << 20;

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Creates the folder if need be and takes its lock.
     *
     * @throws CannotOpenStore if another process holds it, or it can't be written
     */
    static DataFolder take(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        FileChannel channel = null;
        try {
            Files.createDirectories(path);
            channel = FileChannel.open(
                    path.resolve("toso.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            lock(path, channel);
            noteProcess(channel);
            return new DataFolder(path, channel);
        } catch (IOException e) {
            closeQuietly(channel);
            throw notUsable(path, e);
        } catch (CannotOpenStore e) {
            closeQuietly(channel);
            throw e;
        }
    }

    private static void lock(Path path, FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            throw inUse(path, "this very process", e);
        }
        throw inUse(path, holder(channel), null);
    }

    private static CannotOpenStore inUse(Path path, String holder, @Nullable Throwable cause) {
        return new CannotOpenStore(
                Reason.FOLDER_IN_USE,
                "The data folder " + path + " is in use by " + holder
                        + ". Stop that one first, or give this one a folder of its own: toso.data-dir.",
                cause);
    }

    static CannotOpenStore notUsable(Path path, Exception cause) {
        return new CannotOpenStore(
                Reason.FOLDER_NOT_USABLE,
                "The data folder " + path + " can't be used (" + cause
                        + "). Make it a folder that this user may write, with space left, or set toso.data-dir.",
                cause);
    }

    /** So that a second process can name this one. */
    private static void noteProcess(FileChannel channel) throws IOException {
        byte[] number = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(number), 0);
    }

    private static String holder(FileChannel channel) {
        try {
            ByteBuffer text = ByteBuffer.allocate(32);
            channel.read(text, 0);
            String number = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
            return number.isEmpty() ? "another process" : "process " + number;
        } catch (IOException e) {
            return "another process";
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Path path() {
        return path;
    }

    Path jvmFile() {
        return path.resolve("toso.mv.db");
    }

    Path mongodData() {
        return path.resolve("mongod").resolve("data");
    }

    Path mongodProgram() {
        return path.resolve("mongod").resolve("program");
    }

    /** Who wrote the data here; empty if nobody did. */
    Optional<Engine> owner() {
        Path note = path.resolve("engine");
        try {
            if (Files.exists(note)) {
                return Files.readString(note).strip().equals("mongod")
                        ? Optional.of(Engine.MONGOD)
                        : Optional.of(Engine.JVM);
            }
        } catch (IOException e) {
            throw notUsable(path, e);
        }
        return Files.exists(jvmFile()) ? Optional.of(Engine.JVM) : Optional.empty();
    }

    /** From now on the data here are this engine's. */
    void ownedBy(Engine engine) {
        try {
            Files.writeString(path.resolve("engine"), engine == Engine.MONGOD ? "mongod\n" : "jvm\n");
        } catch (IOException e) {
            throw notUsable(path, e);
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }
}
