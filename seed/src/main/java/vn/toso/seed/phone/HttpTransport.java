package vn.toso.seed.phone;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** Over HTTP with gzip both ways. Many phones may share one client and its connections. */
public final class HttpTransport implements Transport {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private final HttpClient client;
    private final String server;
    private final Supplier<String> token;
    private final Duration patience;

    /**
     * @param server such as {@code http://127.0.0.1:8080}
     * @param token asked for with each request, so that a new one is used as soon as there is one
     */
    public HttpTransport(HttpClient client, String server, Supplier<String> token) {
        this(client, server, token, PATIENCE);
    }

    /** @param patience how long to wait for an answer */
    HttpTransport(HttpClient client, String server, Supplier<String> token, Duration patience) {
        this.client = client;
        this.server = server;
        this.token = token;
        this.patience = patience;
    }

    @Override
    public Answer send(Request request) throws IOException {
        HttpRequest.Builder http = HttpRequest.newBuilder(URI.create(server + request.path()))
                .timeout(patience)
                .header("Authorization", "Bearer " + token.get())
                .header("Accept-Encoding", "gzip")
                .method(request.method(), packed(request.body()));
        if (request.body() != null) {
            http.header("Content-Type", "application/json").header("Content-Encoding", "gzip");
        }
        try {
            HttpResponse<byte[]> response = client.send(http.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), unpacked(response), retryAfter(response));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + request.path());
        }
    }

    private static BodyPublisher packed(@Nullable JsonNode body) throws IOException {
        if (body == null) {
            return BodyPublishers.noBody();
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(JSON.writeValueAsBytes(body));
        }
        return BodyPublishers.ofByteArray(packed.toByteArray());
    }

    private static JsonNode unpacked(HttpResponse<byte[]> response) throws IOException {
        byte[] bytes = response.body();
        if (bytes.length == 0) {
            return NullNode.getInstance();
        }
        boolean gzip = response.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equals)
                .isPresent();
        try (InputStream in =
                gzip ? new GZIPInputStream(new ByteArrayInputStream(bytes)) : new ByteArrayInputStream(bytes)) {
            return JSON.readTree(in);
        } catch (JacksonException notOurs) {
            // The page of a café's network, or of a proxy on the way: the server has not answered.
            throw new IOException("what answered with " + response.statusCode() + " is not the server", notOurs);
        }
    }

    /** Null for none, and for the moment that only proxies send in place of seconds. */
    private static @Nullable Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> SECONDS.matcher(value).matches())
                .map(Long::parseLong)
                .map(Duration::ofSeconds)
                .orElse(null);
    }
}
