package vn.toso.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back, with assertions that read as sentences. */
public final class Reply {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final EntityExchangeResult<byte[]> result;

    Reply(EntityExchangeResult<byte[]> result) {
        this.result = result;
    }

    /** Asserts the status. */
    public Reply is(int status) {
        assertThat(status()).as("status of %s", result).isEqualTo(status);
        return this;
    }

    /** Asserts a problem of that status and code, in the form of the contract. */
    public Reply isProblem(int status, String code) {
        is(status);
        assertThat(headers().getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo("application/problem+json");
        JsonNode body = json();
        assertThat(body.path("code").asString()).as("code of %s", body).isEqualTo(code);
        assertThat(body.path("type").asString()).isEqualTo("urn:toso:problem:" + code);
        assertThat(body.path("status").asInt()).isEqualTo(status);
        assertThat(body.path("title").asString()).isNotBlank();
        assertThat(body.path("detail").asString()).isNotBlank().doesNotContain("{", "null", "Exception");
        return this;
    }

    /** Asserts that the problem blames exactly these: {@code "/activities/0/outcome not-one-of"}. */
    public Reply blames(String... pointersAndRules) {
        List<String> blamed = new ArrayList<>();
        for (JsonNode error : json().path("errors")) {
            blamed.add(
                    error.path("pointer").asString() + " " + error.path("code").asString());
            assertThat(error.path("message").asString()).isNotBlank();
        }
        assertThat(blamed).as("errors of %s", json()).containsExactlyInAnyOrder(pointersAndRules);
        return this;
    }

    public int status() {
        return result.getStatus().value();
    }

    public HttpHeaders headers() {
        return result.getResponseHeaders();
    }

    public @Nullable String header(String name) {
        return headers().getFirst(name);
    }

    public byte[] bytes() {
        byte[] body = result.getResponseBody();
        return body == null ? new byte[0] : body;
    }

    public JsonNode json() {
        return JSON.readTree(bytes());
    }

    /** The value at a JSON pointer, as text; empty where there is none. */
    public String at(String pointer) {
        JsonNode value = json().at(pointer);
        return value.isValueNode() ? value.asString() : value.isMissingNode() ? "" : value.toString();
    }

    /** The answer alone; what was sent is not in it. */
    @Override
    public String toString() {
        return status() + " " + headers() + "\n" + new String(bytes(), StandardCharsets.UTF_8);
    }
}
