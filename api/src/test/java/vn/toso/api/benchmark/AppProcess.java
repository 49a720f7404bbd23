package vn.toso.api.benchmark;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java program in a process of its own, listening on loopback. */
public final class AppProcess implements AutoCloseable {

    private final Process process;
    private final int port;
    private final int managementPort;
    private final Duration started;

    private AppProcess(Process process, int port, int managementPort, Duration started) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
        this.started = started;
    }

    /**
     * Starts {@code java <arguments> --server.port=<free port>} and waits for the first 200 of {@code readyPath}.
     *
     * @param log where its output goes
     */
    public static AppProcess start(List<String> arguments, String readyPath, Path log) throws Exception {
        return start(freePort(), arguments, readyPath, log);
    }

    /** The same on a port of the caller's choice. */
    public static AppProcess start(int port, List<String> arguments, String readyPath, Path log) throws Exception {
        int managementPort = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        command.add("--server.port=" + port);
        command.add("--management.server.port=" + managementPort);
        for (String limit : List.of("member", "device", "address", "stranger")) {
            command.add("--toso.limits." + limit + "=0");
        }
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        while (!answers(port, readyPath)) {
            if (!process.isAlive() || System.nanoTime() - begun > TimeUnit.MINUTES.toNanos(5)) {
                process.destroyForcibly();
                throw new IllegalStateException("did not get ready:\n" + Files.readString(log));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return new AppProcess(process, port, managementPort, Duration.ofNanos(System.nanoTime() - begun));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(int port, String path) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout(1000);
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Where the actuator listens, for whoever is on the machine. */
    String managementUrl() {
        return "http://127.0.0.1:" + managementPort;
    }

    /** From the process's start to the first 200. */
    Duration started() {
        return started;
    }

    /** Resident memory now and at its highest, in MiB, as Linux counts it; -1 elsewhere. */
    long residentMiB(String field) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return -1;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(field + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }

    /** Processor time since its start, in seconds of one core; 0 where the system does not tell. */
    double cpuSeconds() {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1000.0;
    }

    /** Ends it as a power cut does; returns once it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
        } catch (Exception stillThere) {
            process.destroyForcibly();
        }
    }
}
