package vn.toso.notifications.fcm;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * FCM and Google's token server in this JVM, over real HTTP on loopback. It answers as planned and keeps what it got.
 */
public final class FakeFcm implements AutoCloseable {

    static {
        // Otherwise each answer on a kept connection waits for the delayed acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** Takes a second or so to make; nobody checks what is signed with it. */
    private static final String KEY = privateKey();

    private final HttpServer server;
    private final ExecutorService threads;
    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final Map<String, Deque<Answer>> plans = new ConcurrentHashMap<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private final AtomicInteger messages = new AtomicInteger();
    private volatile Answer usual = Answer.OK;
    private volatile boolean refusesTokens;
    private volatile boolean keeps = true;

    private FakeFcm(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
        threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "fake FCM");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/token", this::token);
        server.createContext("/", this::message);
        server.start();
    }

    public static FakeFcm start() {
        return start(0);
    }

    /** @param port where it listens; 0 for any that is free */
    public static FakeFcm start(int port) {
        try {
            return new FakeFcm(port);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What {@code toso.firebase.endpoint} is to be. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** A service account whose tokens come from here, in a file of that folder. */
    public Path credentials(Path folder) {
        JsonObject account = new JsonObject();
        account.addProperty("type", "service_account");
        account.addProperty("project_id", "toso-test");
        account.addProperty("private_key_id", "1");
        account.addProperty("private_key", KEY);
        account.addProperty("client_email", "sender@toso-test.example");
        account.addProperty("client_id", "1");
        account.addProperty("token_uri", url() + "/token");
        try {
            return Files.writeString(folder.resolve("service-account.json"), account.toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The answers to the next messages for that token, one each; then the usual one again. */
    public void plan(String token, Answer... answers) {
        plans.computeIfAbsent(token, key -> new ConcurrentLinkedDeque<>()).addAll(List.of(answers));
    }

    /** The answer to every message without a plan; {@link Answer#OK} at first. */
    public void usually(Answer answer) {
        usual = answer;
    }

    /** Whether the token server refuses the service account. */
    public void refuseTokens(boolean refuses) {
        refusesTokens = refuses;
    }

    /** Counts messages from now on, but keeps none: for loads. */
    public void onlyCount() {
        keeps = false;
    }

    /** Everything that came, in the order of arrival. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    public List<Received> receivedFor(String token) {
        return received.stream().filter(one -> one.token().equals(token)).toList();
    }

    /** How many messages came. */
    public int messages() {
        return messages.get();
    }

    /** How often a token was asked for. */
    public int tokens() {
        return tokens.get();
    }

    public void forget() {
        received.clear();
        messages.set(0);
        plans.clear();
        usual = Answer.OK;
        refusesTokens = false;
    }

    private void token(HttpExchange exchange) throws IOException {
        tokens.incrementAndGet();
        exchange.getRequestBody().readAllBytes();
        send(exchange, refusesTokens ? 401 : 200, refusesTokens ? """
                {"error": "invalid_grant", "error_description": "Invalid JWT Signature."}""" : """
                {"access_token": "let-me-in", "expires_in": 3600, "token_type": "Bearer"}""");
    }

    private void message(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonObject message = JsonParser.parseString(body).getAsJsonObject().getAsJsonObject("message");
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        Received one = new Received(System.nanoTime(), exchange.getRequestURI().getPath(), authorization, message);
        int number = messages.incrementAndGet();
        if (keeps) {
            received.add(one);
        }
        answer(exchange, next(one.token()), number);
    }

    private Answer next(String token) {
        Deque<Answer> plan = plans.get(token);
        Answer planned = plan == null ? null : plan.pollFirst();
        return planned == null ? usual : planned;
    }

    private static void answer(HttpExchange exchange, Answer answer, int number) throws IOException {
        if (!answer.after().isZero()) {
            await(answer);
        }
        if (answer.status() == 0) {
            exchange.close();
            return;
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        String body =
                answer.status() == 200 ? "{\"name\": \"projects/toso-test/messages/" + number + "\"}" : answer.body();
        send(exchange, answer.status(), body);
    }

    private static void await(Answer answer) {
        try {
            TimeUnit.NANOSECONDS.sleep(answer.after().toNanos());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String privateKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder().encodeToString(encoded)
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
