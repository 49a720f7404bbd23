package vn.toso.seed.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.toso.domain.id.IdSource;
import vn.toso.seed.phone.Transport.Answer;
import vn.toso.seed.phone.Transport.Request;

/** A phone and a server with bytes between them, which are lost, cut, or another's. */
class HttpTransportTest {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** What the server does with one request. */
    private interface Reaction {
        void to(HttpExchange exchange) throws IOException;
    }

    /** One request as it came over the wire. */
    private record Seen(String method, String path, String token, String encoding, JsonNode body) {}

    private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private HttpTransport transport;
    private Phone phone;
    private volatile Reaction reaction;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        transport = new HttpTransport(HttpClient.newHttpClient(), address, () -> "lan", PATIENCE);
        phone = new Phone(UUID.randomUUID(), transport, IdSource.timeOrdered(), Clock.system(ZoneOffset.ofHours(7)));
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
        byte[] body = exchange.getRequestBody().readAllBytes();
        seen.add(new Seen(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                encoding,
                body.length == 0 ? null : unpacked(body)));
        reaction.to(exchange);
    }

    private static Reaction answers(int status, String body) {
        return exchange -> write(exchange, status, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static Reaction packs(String body) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            write(exchange, 200, packed(body));
        };
    }

    private static Reaction isBusy(int status, String code, String retryAfter) {
        return exchange -> {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
            answers(status, "{\"code\": \"" + code + "\"}").to(exchange);
        };
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static JsonNode unpacked(byte[] body) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(body))) {
            return PaperServer.json(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private UUID visit() {
        return phone.record("visit.record", null, PaperServer.json("{\"note\": \"Nguyễn Thị Lộc, xóm Đồng Mới\"}"));
    }

    /** The push fails, and all of it waits for the next, which gets through. */
    private void keepsEverythingWhen(Reaction wrong) throws IOException {
        List<UUID> done = List.of(visit(), visit(), visit());
        reaction = wrong;
        assertThatThrownBy(phone::push).isInstanceOf(IOException.class);
        assertThat(phone.outbox().waiting()).extracting(Mutation::id).isEqualTo(done);
        assertThat(phone.outbox().verdicts()).isEmpty();

        reaction = this::applies;
        phone.push();
        assertThat(phone.outbox().verdicts())
                .extracting(verdict -> verdict.mutation().id())
                .isEqualTo(done);
        assertThat(seen.get(seen.size() - 1).body().get("mutations"))
                .as("sent again, the same to the byte")
                .isEqualTo(seen.get(0).body().get("mutations"));
    }

    private void applies(HttpExchange exchange) throws IOException {
        JsonNode sent = seen.get(seen.size() - 1).body();
        String answer = PaperServer.applied(new Request("POST", "/v1/sync/push", sent))
                .body()
                .toString();
        packs(answer).to(exchange);
    }

    @Test
    void what_goes_out_and_what_comes_in_is_packed() throws IOException {
        UUID id = visit();
        reaction = this::applies;

        phone.push();

        assertThat(phone.outbox().verdicts()).extracting(Verdict::outcome).containsExactly(Verdict.Outcome.APPLIED);
        Seen push = seen.get(0);
        assertThat(push.method() + " " + push.path()).isEqualTo("POST /v1/sync/push");
        assertThat(push.token()).isEqualTo("Bearer lan");
        assertThat(push.encoding()).isEqualTo("gzip");
        JsonNode mutation = push.body().at("/mutations/0");
        assertThat(mutation.get("id").asString()).isEqualTo(id.toString());
        assertThat(mutation.at("/body/note").asString()).isEqualTo("Nguyễn Thị Lộc, xóm Đồng Mới");
    }

    @Test
    void an_answer_that_came_unpacked_or_empty_is_read_as_well() throws IOException {
        reaction = answers(200, "{\"note\": \"xóm Đồng Mới\"}");
        Answer answer = transport.send(Request.get("/v1/sync/pull?after=a%2Bb"));
        assertThat(answer.body().get("note").asString()).isEqualTo("xóm Đồng Mới");
        assertThat(seen.get(0).path()).isEqualTo("/v1/sync/pull?after=a%2Bb");
        assertThat(seen.get(0).encoding()).isNull();
        assertThat(seen.get(0).body()).isNull();

        reaction = answers(202, "");
        assertThat(transport.send(Request.get("/")).body().isNull()).isTrue();
    }

    @Test
    void a_problem_is_an_answer_with_its_code() throws IOException {
        keepsEverythingWhen(answers(403, "{\"code\": \"forbidden\"}"));

        reaction = answers(403, "{\"code\": \"forbidden\"}");
        assertThatThrownBy(phone::pull).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(403);
            assertThat(refusal.code()).isEqualTo("forbidden");
            assertThat(refusal.retryAfter()).isNull();
        });
    }

    @Test
    void a_server_without_time_is_left_alone_for_as_long_as_it_says() throws IOException {
        keepsEverythingWhen(isBusy(429, "too-many-requests", "7"));

        for (int status : List.of(429, 503)) {
            reaction = isBusy(status, "unavailable", "120");
            assertThatThrownBy(phone::pull)
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMinutes(2)));
        }
        reaction = isBusy(503, "unavailable", "Fri, 20 Nov 2026 12:00:00 GMT");
        assertThatThrownBy(phone::pull)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.retryAfter()).isNull());
    }

    @Test
    void a_server_that_never_answers_keeps_nobody_waiting_for_ever() throws IOException {
        keepsEverythingWhen(exchange -> awaitEnd());
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_connection_that_breaks_before_the_answer_loses_nothing() throws IOException {
        keepsEverythingWhen(HttpExchange::close);
    }

    @Test
    void an_answer_that_breaks_off_in_the_middle_loses_nothing() throws IOException {
        keepsEverythingWhen(exchange -> {
            byte[] half = packed("{\"results\": []}");
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, half.length);
            exchange.getResponseBody().write(half, 0, half.length / 2);
            exchange.getResponseBody().flush();
            exchange.close();
        });
    }

    @Test
    void a_page_that_some_network_puts_in_the_way_is_no_answer() throws IOException {
        keepsEverythingWhen(answers(200, "<html>Đăng nhập Wi-Fi</html>"));
    }

    @Test
    void packed_bytes_that_are_broken_are_no_answer() throws IOException {
        keepsEverythingWhen(exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            answers(200, "{\"results\": []}").to(exchange);
        });
    }

    @Test
    void nobody_there_at_all_loses_nothing() {
        UUID id = visit();
        server.stop(0);
        assertThatThrownBy(phone::push).isInstanceOf(IOException.class);
        assertThat(phone.outbox().waiting()).extracting(Mutation::id).containsExactly(id);
    }
}
