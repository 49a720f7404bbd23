package vn.toso.domain.storage;

import de.flapdoodle.embed.mongo.commands.MongodArguments;
import de.flapdoodle.embed.mongo.config.Net;
import de.flapdoodle.embed.mongo.distribution.Version;
import de.flapdoodle.embed.mongo.transitions.ImmutableMongod;
import de.flapdoodle.embed.mongo.transitions.Mongod;
import de.flapdoodle.embed.mongo.transitions.RunningMongodProcess;
import de.flapdoodle.embed.mongo.types.DatabaseDir;
import de.flapdoodle.embed.mongo.types.StartTimeout;
import de.flapdoodle.embed.process.archives.ExtractedFileSet;
import de.flapdoodle.embed.process.io.ProcessOutput;
import de.flapdoodle.embed.process.io.directories.PersistentDir;
import de.flapdoodle.embed.process.io.progress.ProgressListener;
import de.flapdoodle.embed.process.io.progress.Slf4jProgressListener;
import de.flapdoodle.reverse.TransitionWalker.ReachedState;
import de.flapdoodle.reverse.transitions.Start;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.LoggerFactory;

/** A real {@code mongod} on the data folder: a single node on the loopback interface, stopped when closed. */
final class EmbeddedMongod implements AutoCloseable {

    /** No {@code mongod} runs; the reason is one line. */
    static final class NoMongod extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;

        NoMongod(String reason, Throwable cause) {
            super(reason, cause);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /** Where it stands in the settings instead of a path, one is downloaded. */
    private static final String DOWNLOADED = "auto";

    private static final Version.Main VERSION = Version.Main.V8_0;
    private static final String LOOPBACK = "127.0.0.1";

    private final ReachedState<RunningMongodProcess> running;
    private final int port;

    private EmbeddedMongod(ReachedState<RunningMongodProcess> running, int port) {
        this.running = running;
        this.port = port;
    }

    /**
     * Starts it and waits until it takes connections.
     *
     * @param program path of a {@code mongod}, or {@code auto}
     * @param patience how long it may take to start, without the download
     */
    static EmbeddedMongod start(DataFolder folder, String program, Duration patience) throws NoMongod {
        try {
            Files.createDirectories(folder.mongodData());
            stopLeftOver(folder.mongodData());
            int port = freePort();
            ImmutableMongod.Builder builder = configure(folder.mongodData(), port, patience);
            ImmutableMongod mongod =
                    program.equals(DOWNLOADED) ? downloaded(builder, folder.mongodProgram()) : onDisk(builder, program);
            return new EmbeddedMongod(mongod.start(VERSION), port);
        } catch (IOException | RuntimeException e) {
            throw new NoMongod(reason(e), e);
        }
    }

    /** flapdoodle's defaults suit tests: no journal and no checkpoints. Here both are on. */
    private static ImmutableMongod.Builder configure(Path data, int port, Duration patience) {
        MongodArguments arguments = MongodArguments.builder()
                .useNoJournal(false)
                .useDefaultSyncDelay(true)
                .isQuiet(true)
                .build();
        return Mongod.builder()
                .mongodArguments(Start.to(MongodArguments.class).initializedWith(arguments))
                .net(Start.to(Net.class).initializedWith(Net.of(LOOPBACK, port, false)))
                .databaseDir(Start.to(DatabaseDir.class).initializedWith(DatabaseDir.of(data)))
                .processOutput(Start.to(ProcessOutput.class).initializedWith(ProcessOutput.silent()))
                .startTimeout(Start.to(StartTimeout.class).initializedWith(StartTimeout.of(patience.toMillis())));
    }

    private static ImmutableMongod downloaded(ImmutableMongod.Builder builder, Path program) throws IOException {
        Files.createDirectories(program);
        ProgressListener progress = new Slf4jProgressListener(LoggerFactory.getLogger(EmbeddedMongod.class));
        return builder.persistentBaseDir(Start.to(PersistentDir.class).initializedWith(PersistentDir.of(program)))
                .progressListener(Start.to(ProgressListener.class).initializedWith(progress))
                .build();
    }

    private static ImmutableMongod onDisk(ImmutableMongod.Builder builder, String program) throws IOException {
        Path executable = Path.of(program).toAbsolutePath();
        if (!Files.isRegularFile(executable) || !Files.isExecutable(executable)) {
            throw new IOException("there is no executable file " + executable);
        }
        ExtractedFileSet files = ExtractedFileSet.builder(executable.resolveSibling("."))
                .executable(executable)
                .build();
        return builder.extractPackage(Start.to(ExtractedFileSet.class).initializedWith(files))
                .build();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A process of ours that was killed leaves its {@code mongod} behind; the folder's lock says that nobody needs it. */
    private static void stopLeftOver(Path data) throws IOException {
        Path note = data.resolve("mongod.lock");
        String number = Files.exists(note) ? Files.readString(note).strip() : "";
        if (number.matches("\\d{1,9}")) {
            ProcessHandle.of(Long.parseLong(number))
                    .filter(process -> worksOn(process, data))
                    .ifPresent(EmbeddedMongod::stop);
        }
    }

    private static boolean worksOn(ProcessHandle process, Path data) {
        return process.info().commandLine().orElse("").contains(data.toString());
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String text = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > 300 ? line.substring(0, 300) + " …" : line;
    }

    String uri() {
        return "mongodb://" + LOOPBACK + ":" + port + "/";
    }

    @Override
    public void close() {
        running.close();
    }
}
