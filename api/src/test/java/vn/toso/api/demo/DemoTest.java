package vn.toso.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Reply;

@ApiTest
class DemoTest {

    @Autowired
    private Api api;

    @Test
    void everybodySeesWhoCanSignIn() {
        JsonNode people = api.asNobody().gets("/demo/people").is(200).json();

        assertThat(people.isArray()).isTrue();
        assertThat(people.toString())
                .contains("{\"handle\":\"hoa\",\"name\":\"Nguyễn Thị Hoa\",\"role\":\"COMMUNE_LEADER\","
                        + "\"area\":\"Xã Minh Hợp\"}");
    }

    @Test
    void aTokenIsGivenInTheWordsOfOAuthAndLetsIn() {
        Reply token =
                api.asNobody().posts("/demo/token", "{\"member\":\"lan\"}").is(200);

        assertThat(token.at("/token_type")).isEqualTo("Bearer");
        assertThat(token.json().path("expires_in").asInt()).isEqualTo(43_200);
        api.withToken(token.at("/access_token")).gets("/v1/me").is(200);
    }

    @Test
    void nobodyElseGetsOne() {
        api.asNobody()
                .posts("/demo/token", "{\"member\":\"nobody\"}")
                .isProblem(422, "invalid")
                .blames("/member demo-person");
        api.asNobody().posts("/demo/token", "{}").isProblem(422, "invalid").blames("/member required");
        api.asNobody()
                .posts("/demo/token", "{\"member\":\"lan\",\"role\":\"PROVINCE_ADMIN\"}")
                .isProblem(400, "malformed")
                .blames("/role unknown-field");
    }
}
