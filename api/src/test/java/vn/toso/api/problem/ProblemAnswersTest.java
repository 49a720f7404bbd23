package vn.toso.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Reply;

@ApiTest
class ProblemAnswersTest {

    @Autowired
    private Api api;

    @Test
    void aProblemIsVietnameseUnlessEnglishIsAskedFor() {
        Reply vietnamese = api.asLan().gets("/v1/nothing").isProblem(404, "not-found");
        Reply english = api.asLan()
                .with("Accept-Language", "fr;q=0.9, en-GB;q=0.8")
                .gets("/v1/nothing")
                .isProblem(404, "not-found");

        assertThat(vietnamese.at("/title")).isEqualTo("Không tìm thấy");
        assertThat(vietnamese.at("/detail")).contains("/v1/nothing");
        assertThat(vietnamese.header("Content-Language")).isEqualTo("vi");
        assertThat(english.at("/title")).isEqualTo("Not found");
        assertThat(english.header("Content-Language")).isEqualTo("en");
        assertThat(api.asLan().with("Accept-Language", "fr").gets("/v1/nothing").at("/title"))
                .isEqualTo("Không tìm thấy");
        assertThat(api.asLan()
                        .with("Accept-Language", ";;nonsense")
                        .gets("/v1/nothing")
                        .at("/title"))
                .isEqualTo("Không tìm thấy");
    }

    @Test
    void whatStorageRefusesHasItsCode() {
        api.asLan().gets("/v1/probe/fails/stale").isProblem(412, "version-mismatch");
        api.asLan().gets("/v1/probe/fails/duplicate").isProblem(409, "conflict");
    }

    @Test
    void aFaultOfOursTellsNothingButItsNumber() {
        Reply reply = api.asLan().gets("/v1/probe/fails/otherwise").isProblem(500, "internal");

        assertThat(reply.toString()).doesNotContain("secret", "IllegalState", "at vn.toso");
        assertThat(reply.at("/detail")).containsPattern("[0-9a-f]{8}-[0-9a-f]{4}");
    }

    @Test
    void methodsAndTypesAreNegotiatedInProblems() {
        Reply method = api.asLan().deletes("/v1/probe").isProblem(405, "malformed");
        assertThat(method.header("Allow")).isEqualTo("PATCH, POST");

        var type = api.client()
                .method(HttpMethod.POST)
                .uri("/v1/probe")
                .headers(headers -> headers.setBearerAuth(api.tokenOf("lan")))
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue("hello")
                .exchange();
        type.expectStatus().isEqualTo(415).expectBody().jsonPath("$.code").isEqualTo("malformed");

        api.asLan().with("Accept", "image/png").gets("/v1/probe/times").isProblem(406, "malformed");
    }
}
