package vn.toso.api;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import vn.toso.api.benchmark.AppProcess;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;

/** The demo in a process of its own, which can be killed at any moment. */
public final class DemoApp implements AutoCloseable {

    private static final String READY = "/actuator/health/readiness";

    private final String uri;
    private final List<String> arguments;
    private final Path log;
    private final Map<String, String> tokens = new HashMap<>();
    private AppProcess process;

    private DemoApp(String uri, List<String> arguments, Path log, AppProcess process) {
        this.uri = uri;
        this.arguments = arguments;
        this.log = log;
        this.process = process;
    }

    /** On the embedded store in that folder, or on a database of its own where a real engine is given. */
    static DemoApp start(Path folder) throws Exception {
        return start(folder, "hamlet");
    }

    /** @param size what the demo makes up, such as {@code commune} */
    public static DemoApp start(Path folder, String size) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                TosoApplication.class.getName(),
                "--toso.data-dir=" + folder.resolve("data"),
                "--toso.demo=true",
                // As most of the tests have it; what consent changes has tests of its own.
                "--toso.privacy.consent=unless-refused",
                "--toso.demo.size=" + size));
        String uri = FreshDatabase.ofItsOwn(TestStore.uri());
        if (TestStore.isRealEngine()) {
            arguments.add("--toso.mongodb.uri=" + uri);
        }
        Path log = folder.resolve("app.log");
        return new DemoApp(uri, arguments, log, AppProcess.start(arguments, READY, log));
    }

    /** Ends the process as a power cut does, and starts it again on what it left behind. */
    void killAndRestart() throws Exception {
        process.kill();
        process = AppProcess.start(arguments, READY, log);
    }

    /** Ends the process as an operator does. */
    public void stop() {
        process.close();
    }

    /** Starts it again where it was, after {@link #stop}. */
    public void restart() throws Exception {
        process = AppProcess.start(process.port(), arguments, READY, log);
    }

    /** Where it answers now; another place after a restart. */
    public String url() {
        return process.url();
    }

    /** Ends the process as a power cut does. */
    void kill() throws Exception {
        process.kill();
    }

    public Caller as(String handle) {
        return new Caller(client(), process.url()).with("Authorization", "Bearer " + token(handle));
    }

    /** Good in the processes to come, too. */
    String token(String handle) {
        return tokens.computeIfAbsent(handle, this::tokenOf);
    }

    private String tokenOf(String handle) {
        byte[] answer = client().post()
                .uri("/demo/token")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"member\": \"" + handle + "\"}")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return Reply.JSON.readTree(answer).get("access_token").asString();
    }

    private WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl(process.url())
                .responseTimeout(Duration.ofSeconds(20))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 << 20))
                .build();
    }

    @Override
    public void close() {
        process.close();
        if (TestStore.isRealEngine()) {
            try (Store store = Store.connect(uri)) {
                Mono.from(store.database().drop()).block(Duration.ofSeconds(20));
            }
        }
    }
}
