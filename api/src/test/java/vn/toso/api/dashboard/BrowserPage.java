package vn.toso.api.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One page of a browser: what a person does in it and sees of it, and what it asks the network for. */
final class BrowserPage implements WebSocket.Listener {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private final Map<String, Long> transferred = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final StringBuilder text = new StringBuilder();
    private @Nullable WebSocket socket;

    static BrowserPage connect(HttpClient http, URI address) throws Exception {
        BrowserPage page = new BrowserPage();
        page.socket = http.newWebSocketBuilder().buildAsync(address, page).get(20, TimeUnit.SECONDS);
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            page.command(domain + ".enable", Map.of());
        }
        return page;
    }

    @Override
    public synchronized CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            JsonNode message = JSON.readTree(text.toString());
            text.setLength(0);
            take(message);
        }
        from.request(1);
        return null;
    }

    private void take(JsonNode message) {
        if (message.has("id")) {
            CompletableFuture<JsonNode> asked = waiting.remove(message.get("id").asInt());
            if (asked != null) {
                asked.complete(message);
            }
            return;
        }
        JsonNode said = message.path("params");
        switch (message.path("method").asString("")) {
            case "Runtime.exceptionThrown" ->
                complaints.add(
                        said.at("/exceptionDetails/exception/description").asString(said.toString()));
            case "Runtime.consoleAPICalled" -> {
                if (List.of("error", "warning", "assert")
                        .contains(said.path("type").asString())) {
                    complaints.add(said.path("args").toString());
                }
            }
            case "Log.entryAdded" -> {
                if (said.at("/entry/level").asString().equals("error")) {
                    complaints.add(said.at("/entry/text").asString() + " "
                            + said.at("/entry/url").asString(""));
                }
            }
            case "Network.requestWillBeSent" ->
                addresses.put(
                        said.path("requestId").asString(),
                        said.at("/request/url").asString());
            case "Network.loadingFinished" ->
                transferred.merge(
                        addresses.getOrDefault(said.path("requestId").asString(), "?"),
                        said.path("encodedDataLength").asLong(),
                        Long::sum);
            default -> {}
        }
    }

    JsonNode command(String method, Map<String, ?> parameters) throws Exception {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .get(10, TimeUnit.SECONDS);
        JsonNode message = answer.get(60, TimeUnit.SECONDS);
        assertThat(message.has("error")).as("%s: %s", method, message).isFalse();
        return message.path("result");
    }

    /** The value of an expression; a promise is waited for. */
    JsonNode value(String expression) throws Exception {
        JsonNode result = command(
                "Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        assertThat(result.has("exceptionDetails"))
                .as("%s: %s", expression, result)
                .isFalse();
        return result.at("/result/value");
    }

    String text(String selector) throws Exception {
        return value("document.querySelector(" + quoted(selector) + ")?.textContent ?? ''")
                .asString();
    }

    void click(String selector) throws Exception {
        await("document.querySelector(" + quoted(selector) + ") !== null", 30);
        value("document.querySelector(" + quoted(selector) + ").click()");
    }

    /** Waits until an expression is true, and says how many milliseconds that took. */
    long await(String expression, long seconds) throws Exception {
        long begun = System.nanoTime();
        while (!value("Boolean(" + expression + ")").asBoolean()) {
            assertThat(System.nanoTime() - begun)
                    .as("%s%n%s%n%s", expression, complaints, value("document.body?.innerText ?? ''"))
                    .isLessThan(TimeUnit.SECONDS.toNanos(seconds));
            TimeUnit.MILLISECONDS.sleep(15);
        }
        return (System.nanoTime() - begun) / 1_000_000;
    }

    void go(String address) throws Exception {
        command("Page.navigate", Map.of("url", address));
        await("document.readyState === 'complete'", 30);
    }

    /** Comes as somebody of the demo, as if for the first time. */
    void signIn(String address, String handle) throws Exception {
        go(address);
        value("localStorage.clear()");
        await("document.querySelector('[data-handle]') !== null", 30);
        value("document.getElementById('search').value = " + quoted(handle)
                + "; document.getElementById('search').dispatchEvent(new Event('input'))");
        click("[data-handle=" + handle + "]");
        await("document.querySelector('.figure') !== null", 30);
    }

    void resize(int width, int height) throws Exception {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    /** Until nothing moves and what was laid out is painted. */
    private void settle() throws Exception {
        await("document.getAnimations().every((one) => one.playState !== 'running')", 30);
        value("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /** What an accessibility scan finds serious or worse, in a line each. */
    List<String> seriousBarriers() throws Exception {
        if (!value("'axe' in globalThis").asBoolean()) {
            try (InputStream axe = BrowserPage.class.getResourceAsStream("/axe.min.js")) {
                value(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + "; true");
            }
        }
        JsonNode found = value("axe.run(document, {resultTypes: ['violations']}).then((result) => result.violations"
                + ".filter((v) => ['serious', 'critical'].includes(v.impact))"
                + ".map((v) => v.id + ': ' + v.nodes.map((n) => n.html + ' ' + n.failureSummary).join(' | ')))");
        List<String> barriers = new ArrayList<>();
        found.forEach(barrier -> barriers.add(barrier.asString()));
        return barriers;
    }

    /** The whole page, however long, as PNG. */
    void screenshot(Path file) throws Exception {
        settle();
        JsonNode shot = command("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(shot.path("data").asString()));
    }

    /** Errors and warnings of the console, and exceptions, since the last call. */
    List<String> complaints() {
        List<String> all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    /** Every address that was asked for. */
    List<String> addresses() {
        return List.copyOf(addresses.values());
    }

    /** Bytes over the wire by address, headers with them. */
    Map<String, Long> transferred() {
        return Map.copyOf(transferred);
    }

    static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    /** Closes the tab: a browser keeps six connections to a server, and each open page holds one. */
    void close() throws Exception {
        command("Page.close", Map.of());
        socket.abort();
    }
}
