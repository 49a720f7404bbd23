package vn.toso.api.benchmark;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls to one server as one person, over kept connections. Every answer but 2xx is an error. */
final class HttpCalls {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client;

    /** Calls as nobody. */
    HttpCalls(String url) {
        this(url, headers -> {});
    }

    HttpCalls(String url, String token) {
        this(url, headers -> headers.set(HttpHeaderNames.AUTHORIZATION, "Bearer " + token));
    }

    private HttpCalls(String url, Consumer<HttpHeaders> identity) {
        this.client = HttpClient.create(ConnectionProvider.builder("benchmark")
                        .maxConnections(600)
                        .pendingAcquireMaxCount(-1)
                        .build())
                .baseUrl(url)
                .responseTimeout(Duration.ofSeconds(30))
                .headers(headers -> headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json"))
                .headers(identity);
    }

    Mono<byte[]> get(String path) {
        return client.get()
                .uri(path)
                .responseSingle(
                        (response, body) -> checked(path, response.status().code(), body.asByteArray()));
    }

    /** As it comes over the line for who understands gzip. */
    Mono<byte[]> packed(String path) {
        return client.headers(headers -> headers.set(HttpHeaderNames.ACCEPT_ENCODING, "gzip"))
                .get()
                .uri(path)
                .responseSingle(
                        (response, body) -> checked(path, response.status().code(), body.asByteArray()));
    }

    Mono<byte[]> post(String path, String json) {
        return client.post()
                .uri(path)
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(json.getBytes(StandardCharsets.UTF_8))))
                .responseSingle(
                        (response, body) -> checked(path, response.status().code(), body.asByteArray()));
    }

    Mono<byte[]> put(String path, String json) {
        return client.put()
                .uri(path)
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(json.getBytes(StandardCharsets.UTF_8))))
                .responseSingle(
                        (response, body) -> checked(path, response.status().code(), body.asByteArray()));
    }

    static JsonNode read(byte[] json) {
        return JSON.readTree(json);
    }

    JsonNode getJson(String path) {
        return JSON.readTree(get(path).block(Duration.ofSeconds(30)));
    }

    JsonNode postJson(String path, String json) {
        return JSON.readTree(post(path, json).block(Duration.ofSeconds(30)));
    }

    private static Mono<byte[]> checked(String path, int status, Mono<byte[]> body) {
        return status / 100 == 2
                ? body.defaultIfEmpty(new byte[0])
                : body.defaultIfEmpty(new byte[0])
                        .flatMap(bytes -> Mono.error(new IllegalStateException(
                                path + " answered " + status + " " + new String(bytes, StandardCharsets.UTF_8))));
    }
}
