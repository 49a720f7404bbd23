package vn.toso.api.rights;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Sends what is asked to the running application. */
final class Sender {

    private static final int LONGEST_BODY = 4 << 20;
    private static final Duration SOON = Duration.ofSeconds(60);

    /** Exports have few seats. */
    private static final Semaphore EXPORTS = new Semaphore(1);

    private final int port;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Sender(int port) {
        this.port = port;
    }

    /** @param millis until all of it was there */
    record Answer(int status, String body, double millis) {}

    Answer send(Ask ask, @Nullable String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + ask.path()))
                .timeout(SOON)
                .method(
                        ask.method(),
                        ask.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(ask.body()));
        if (ask.type() != null) {
            request.header("Content-Type", ask.type());
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        boolean export = ask.path().startsWith("/v1/exports/");
        if (export) {
            EXPORTS.acquire();
        }
        try {
            long begun = System.nanoTime();
            return answer(client.send(request.build(), BodyHandlers.ofInputStream()), begun);
        } finally {
            if (export) {
                EXPORTS.release();
            }
        }
    }

    private static Answer answer(HttpResponse<InputStream> response, long begun) throws Exception {
        boolean endless =
                response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
        try (InputStream body = response.body()) {
            byte[] read = endless ? body.readNBytes(1) : body.readNBytes(LONGEST_BODY);
            double millis = (System.nanoTime() - begun) / 1e6;
            return new Answer(response.statusCode(), new String(read, StandardCharsets.UTF_8), millis);
        }
    }
}
