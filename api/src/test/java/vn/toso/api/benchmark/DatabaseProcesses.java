package vn.toso.api.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the database's processes on this machine take, as Linux counts it; nothing elsewhere. Whoever else uses the same
 * database at the time is counted, too.
 */
final class DatabaseProcesses {

    /** A part of their command lines. */
    private static final Pattern THEIRS =
            Pattern.compile(System.getProperty("toso.benchmark.database", "\\bmongod\\b|postgres|-Dengine\\.port="));

    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TIME = 11;

    private DatabaseProcesses() {}

    /** Processor time so far, in seconds of one core, of those that have ended among them. */
    static double cpuSeconds() throws IOException {
        double ticks = 0;
        for (Path process : all()) {
            String stat = read(process.resolve("stat"));
            // The name before may hold blanks.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ", -1);
            for (int i = USER_TIME; i < USER_TIME + 4 && fields.length > i; i++) {
                ticks += Long.parseLong(fields[i]);
            }
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** Resident memory in MiB; what they share is counted once. */
    static long residentMiB() throws IOException {
        long own = 0;
        long shared = 0;
        for (Path process : all()) {
            String status = read(process.resolve("status"));
            own += kibibytes(status, "RssAnon");
            shared = Math.max(shared, kibibytes(status, "RssShmem"));
        }
        return (own + shared) / 1024;
    }

    private static List<Path> all() throws IOException {
        Path root = Path.of("/proc");
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> processes = Files.list(root)) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> THEIRS.matcher(
                                    read(process.resolve("cmdline")).replace('\0', ' '))
                            .find())
                    .filter(process -> !process.endsWith(
                            Long.toString(ProcessHandle.current().pid())))
                    .toList();
        }
    }

    private static long kibibytes(String status, String field) {
        return status.lines()
                .filter(line -> line.startsWith(field + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    /** Nothing when the process has ended meanwhile. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return "";
        }
    }
}
