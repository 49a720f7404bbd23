package vn.toso.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Reply;

@ApiTest
class ConventionsTest {

    /** Held, or it may be collected while it works. */
    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private Api api;

    @Test
    void listsGiveFiftyUnlessTold() {
        assertThat(api.asLan().gets("/v1/probe/list").is(200).at("/limit")).isEqualTo("50");
        assertThat(api.asLan().gets("/v1/probe/list?limit=500&after=x").is(200).at("/after"))
                .isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "ten", "", "1e2", "99999999999"})
    void otherLimitsAreRefused(String limit) {
        api.asLan()
                .gets("/v1/probe/list?limit=" + limit)
                .isProblem(422, "invalid")
                .blames("/limit range");
    }

    @ParameterizedTest
    @CsvSource({
        "from=20/11/2026, 400, /from not-a-date",
        "from=2026-02-30, 400, /from not-a-date",
        "outcome=DONE, 400, /outcome not-one-of",
        "household=1-2-3-4-5, 400, /household not-a-uuid",
        "flag=maybe, 400, /flag not-a-boolean",
        "page=2, 400, /page unknown-parameter",
        "limit=3&limit=4, 400, /limit given-twice"
    })
    void parametersAreReadStrictly(String query, int status, String blamed) {
        api.asLan()
                .gets("/v1/probe/list?" + query)
                .isProblem(status, "malformed")
                .blames(blamed);
    }

    @Test
    void aMissingParameterIsNamed() {
        api.asLan().gets("/v1/probe/needs").isProblem(422, "invalid").blames("/area required");
    }

    @Test
    void aWrongIdInThePathIsTold() {
        api.asLan().gets("/v1/probe/123").isProblem(400, "malformed").blames("/id not-a-uuid");
    }

    @Test
    void versionsComeAsEtagAndGoAsIfMatch() {
        Reply reply = api.asLan().ifMatch(3).posts("/v1/probe/version").is(200);

        assertThat(reply.at("/version")).isEqualTo("3");
        assertThat(reply.at("/role")).isEqualTo("TEAM_MEMBER");
        assertThat(reply.header("ETag")).isEqualTo("\"7\"");
        assertThat(api.asLan().posts("/v1/probe/version").is(200).at("/version"))
                .isEqualTo("null");
        assertThat(api.asLan()
                        .with("If-Match", "*")
                        .posts("/v1/probe/version")
                        .is(200)
                        .at("/version"))
                .isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "\"three\"", "W/\"3\"", "\"3\", \"4\"", "\"\"", "\"-1\"", "\"99999999999999999999\""})
    void otherVersionsAreRefused(String version) {
        api.asLan()
                .with("If-Match", version)
                .posts("/v1/probe/version")
                .isProblem(400, "malformed")
                .blames("/If-Match not-a-version");
    }

    @Test
    void packedRequestsAreUnpacked() throws IOException {
        byte[] form = "{\"id\":\"01933b3c-7a5e-7c1f-8d2a-3f4b5c6d7e8f\",\"name\":\"Hộ ông Vi\"}"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(sendPacked(packed(form))).startsWith("200 ").contains("Hộ ông Vi");
    }

    @Test
    void bombsAndNonsenseArePackedInVain() throws IOException {
        byte[] bomb = packed(new byte[64 << 20]);

        assertThat(bomb.length).isLessThan(100_000);
        assertThat(sendPacked(bomb)).startsWith("413 ").contains("too-large");
        assertThat(sendPacked(packed(new byte[3 << 19]))).startsWith("413 ").contains("too-large");
        assertThat(sendPacked("nonsense".getBytes(StandardCharsets.UTF_8)))
                .startsWith("400 ")
                .contains("malformed");
    }

    @Test
    void otherPackingsAreRefused() {
        api.asLan().with("Content-Encoding", "br").posts("/v1/probe", "{}").isProblem(415, "malformed");
    }

    @Test
    void tooMuchIsTooMuch() {
        String name = "x".repeat(10 << 20);

        api.asLan().posts("/v1/probe", "{\"name\":\"" + name + "\"}").isProblem(413, "too-large");
    }

    @Test
    void answersArePackedForWhoAsks() throws IOException, InterruptedException {
        // Java's own client leaves the packing as it comes.
        HttpRequest request = HttpRequest.newBuilder(URI.create(api.base() + "/v3/api-docs"))
                .header("Accept-Encoding", "gzip")
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .contains("openapi");
    }

    private String sendPacked(byte[] body) {
        var result = api.asLan()
                .with("Content-Encoding", "gzip")
                .client()
                .post()
                .uri("/v1/probe")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        return result.getStatus().value() + " " + result.getResponseBody();
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
