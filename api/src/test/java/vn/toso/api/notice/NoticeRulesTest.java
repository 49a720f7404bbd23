package vn.toso.api.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Reply;

/** The rules of notices are the province's to change. */
@ApiTest
class NoticeRulesTest {

    private static final String PATH = "/v1/notice-rules";

    @Autowired
    private Api api;

    private JsonNode rule(String code) {
        return api.asHoa()
                .gets(PATH)
                .is(200)
                .json()
                .path("items")
                .valueStream()
                .filter(rule -> rule.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_rule_ships_with_its_period_and_recipients() {
        assertThat(rule("TASK_DUE").path("days").asInt()).isEqualTo(2);
        assertThat(rule("TASK_OVERDUE_FIRST").path("recipients").toString())
                .isEqualTo("[\"ASSIGNEE\",\"ASSIGNER\",\"LEADERS\"]");
        assertThat(rule("TASK_OVERDUE_SECOND").path("days").asInt()).isEqualTo(7);
        assertThat(rule("TASK_OVERDUE_THIRD").path("days").asInt()).isEqualTo(14);
        assertThat(rule("TASK_OVERDUE_THIRD").path("recipients").toString()).isEqualTo("[\"PROVINCE\"]");
        assertThat(rule("SYNC_WANTED").path("hours").asInt()).isEqualTo(12);
        assertThat(rule("TASK_ASSIGNED").has("days")).isFalse();
        assertThat(rule("TASK_ASSIGNED").path("version").asInt()).isZero();
    }

    @Test
    void the_province_changes_one() {
        String body = "{\"days\": 4, \"recipients\": [\"LEADERS\", \"OVERSIGHT\"], \"urgent\": true}";
        Reply put = api.asAnh().ifMatch(0).puts(PATH + "/MONTH_CLOSING", body).is(200);

        assertThat(put.at("/days")).isEqualTo("4");
        assertThat(put.at("/enabled")).isEqualTo("true");
        assertThat(put.header("ETag")).isEqualTo("\"1\"");
        assertThat(rule("MONTH_CLOSING").path("urgent").asBoolean()).isTrue();
        assertThat(api.asAnh().puts(PATH + "/MONTH_CLOSING", body).is(200).at("/version"))
                .isEqualTo("1");
        api.asAnh().ifMatch(0).puts(PATH + "/MONTH_CLOSING", body).isProblem(412, "version-mismatch");
        api.asAnh()
                .ifMatch(1)
                .puts(PATH + "/MONTH_CLOSING", body.replace("true", "false"))
                .is(200);
    }

    @Test
    void what_a_rule_cannot_say_is_refused() {
        String good = "{\"recipients\": [\"ASSIGNEE\"]}";
        api.asHoa().puts(PATH + "/TASK_ASSIGNED", good).isProblem(403, "forbidden");
        api.asLan().gets(PATH).isProblem(403, "forbidden");
        api.asAnh().puts(PATH + "/NO_SUCH", good).isProblem(404, "not-found");
        api.asAnh()
                .puts(PATH + "/TASK_ASSIGNED", "{\"days\": 3, \"recipients\": [\"PROVINCE\", \"PROVINCE\"]}")
                .isProblem(422, "invalid")
                .blames(
                        "/days not-wanted",
                        "/recipients/0 not-allowed",
                        "/recipients/1 not-allowed",
                        "/recipients/1 duplicate");
        api.asAnh()
                .puts(PATH + "/TASK_DUE", "{\"days\": 0, \"hours\": 1, \"recipients\": []}")
                .isProblem(422, "invalid")
                .blames("/days range", "/hours not-wanted", "/recipients required");
        api.asAnh()
                .puts(PATH + "/TASK_DUE", "{\"recipients\": [\"LEADERS\"]}")
                .isProblem(422, "invalid")
                .blames("/days required");
        api.asAnh()
                .puts(PATH + "/TASK_DUE", "{\"days\": 2, \"recipients\": [\"EVERYBODY\"]}")
                .isProblem(400, "malformed");
    }
}
