package vn.toso.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Reply;

/** No answer says what it was made with, and none may be used for anything else. */
@ApiTest
class AnswerHeadersTest {

    @Autowired
    Api api;

    @Test
    void everyAnswerCarriesTheHeadersThatBrowsersHeed() {
        for (Reply reply : List.of(
                api.asLan().gets("/v1/me"),
                api.asNobody().gets("/v1/me"),
                api.asLan().gets("/v1/no-such-thing"),
                api.asNobody().gets("/v1/badges/x"))) {
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(reply.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'");
            assertThat(reply.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(reply.header("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void noAnswerSaysWhatItWasMadeWith() {
        for (String path : List.of("/v1/me", "/", "/v1/no-such-thing", "/actuator/health", "/v3/api-docs")) {
            Reply reply = api.asNobody().gets(path);
            assertThat(reply.headers().containsHeader("Server")).as(path).isFalse();
            assertThat(reply.headers().containsHeader("X-Powered-By")).as(path).isFalse();
            assertThat(reply.toString()).as(path).doesNotContain("netty", "Netty");
        }
    }

    @Test
    void noOtherPageMayReadAnAnswer() {
        Reply simple = api.asLan().with("Origin", "https://elsewhere.example").gets("/v1/me");
        assertThat(simple.headers().containsHeader("Access-Control-Allow-Origin"))
                .isFalse();
        var preflight = api.client()
                .method(HttpMethod.OPTIONS)
                .uri("/v1/me")
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization")
                .exchange()
                .expectBody()
                .returnResult();
        assertThat(preflight.getStatus().is2xxSuccessful()).isFalse();
        assertThat(preflight.getResponseHeaders().containsHeader("Access-Control-Allow-Origin"))
                .isFalse();
    }
}
