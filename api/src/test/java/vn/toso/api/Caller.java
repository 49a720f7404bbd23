package vn.toso.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Somebody who speaks to the API. Bodies are JSON text or anything that can be written as JSON; paths are sent as they
 * are.
 */
public final class Caller {

    private final WebTestClient client;
    private final String base;

    Caller(WebTestClient client, String base) {
        this.client = client;
        this.base = base;
    }

    /** Nobody in particular, who speaks to whoever listens there. */
    public static Caller at(String url) {
        return new Caller(
                WebTestClient.bindToServer()
                        .baseUrl(url)
                        .responseTimeout(java.time.Duration.ofSeconds(20))
                        .build(),
                url);
    }

    /** The same caller, who sends this header with every request. */
    public Caller with(String header, String value) {
        return new Caller(client.mutate().defaultHeader(header, value).build(), base);
    }

    public Caller inEnglish() {
        return with("Accept-Language", "en");
    }

    /** The same caller, whose changes are meant for that version. */
    public Caller ifMatch(long version) {
        return with("If-Match", "\"" + version + "\"");
    }

    /** For what the methods below don't say. */
    public WebTestClient client() {
        return client;
    }

    public Reply gets(String path) {
        return sends(HttpMethod.GET, path, null);
    }

    public Reply posts(String path) {
        return sends(HttpMethod.POST, path, null);
    }

    public Reply posts(String path, Object body) {
        return sends(HttpMethod.POST, path, body);
    }

    public Reply puts(String path, Object body) {
        return sends(HttpMethod.PUT, path, body);
    }

    public Reply patches(String path, Object body) {
        return sends(HttpMethod.PATCH, path, body);
    }

    /** Sends bytes as they are. */
    public Reply postsFile(String path, String mediaType, byte[] file) {
        EntityExchangeResult<byte[]> result = client.post()
                .uri(URI.create(base + path))
                .contentType(MediaType.valueOf(mediaType))
                .bodyValue(file)
                .exchange()
                .expectBody(byte[].class)
                .returnResult();
        return new Reply(result);
    }

    public Reply deletes(String path) {
        return sends(HttpMethod.DELETE, path, null);
    }

    private Reply sends(HttpMethod method, String path, @Nullable Object body) {
        WebTestClient.RequestBodySpec request = client.method(method).uri(URI.create(base + path));
        if (body != null) {
            String json = body instanceof String text ? text : Reply.JSON.writeValueAsString(body);
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(json.getBytes(StandardCharsets.UTF_8));
        }
        EntityExchangeResult<byte[]> result =
                request.exchange().expectBody(byte[].class).returnResult();
        return new Reply(result);
    }
}
