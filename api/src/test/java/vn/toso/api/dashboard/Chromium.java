package vn.toso.api.dashboard;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A headless Chromium, spoken to by the DevTools protocol over the JDK's own WebSocket. Selenium would need a driver of
 * exactly the browser's version beside it, and Playwright a bundle of 180 MB; this needs the browser alone.
 */
final class Chromium implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final int port;

    private Chromium(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The browser of this machine: what {@code CHROMIUM} names, or the first that is on the path. */
    static Optional<Path> installed() {
        String named = System.getenv("CHROMIUM");
        Stream<Path> candidates = named != null
                ? Stream.of(Path.of(named))
                : Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                        .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                                .map(name -> Path.of(folder, name)));
        return candidates.filter(Files::isExecutable).findFirst();
    }

    static Chromium start(Path program, Path folder) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless=new",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder.resolve("profile"),
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--force-color-profile=srgb",
                "--hide-scrollbars"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--no-sandbox"); // which Chromium refuses to root
        }
        command.add("about:blank");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromium.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Chromium(process, port(process, folder));
    }

    private static int port(Process process, Path folder) throws Exception {
        Path told = folder.resolve("profile").resolve("DevToolsActivePort");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.exists(told) || Files.readAllLines(told).size() < 2) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("Chromium did not start:\n" + Files.readString(folder.resolve("chromium.log")));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return Integer.parseInt(Files.readAllLines(told).get(0));
    }

    /** An empty page in a tab of its own. */
    BrowserPage open() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/new?about:blank"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        String answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        String socket = JsonMapper.builder()
                .build()
                .readTree(answer)
                .get("webSocketDebuggerUrl")
                .asString();
        return BrowserPage.connect(HTTP, URI.create(socket));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (Exception stillThere) {
            process.destroyForcibly();
        }
    }
}
