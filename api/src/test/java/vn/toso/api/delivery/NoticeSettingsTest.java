package vn.toso.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Reply;

@ApiTest
class NoticeSettingsTest {

    private static final String PATH = "/v1/notice-settings";
    private static final String SHIPPED = """
            {"quietFrom": "21:00", "quietTo": "06:00", "dailyLimit": 5}""";

    @Autowired
    private Api api;

    @AfterEach
    void restore() {
        api.asAnh().puts(PATH, SHIPPED).is(200);
    }

    @Test
    void everybody_reads_them_and_the_province_says_them() {
        Reply shipped = api.asLan().gets(PATH).is(200);
        assertThat(shipped.at("/quietFrom")).isEqualTo("21:00");
        assertThat(shipped.at("/quietTo")).isEqualTo("06:00");
        assertThat(shipped.at("/dailyLimit")).isEqualTo("5");

        Reply said = api.asAnh().puts(PATH, SHIPPED.replace("21:00", "22:30")).is(200);
        assertThat(said.at("/quietFrom")).isEqualTo("22:30");
        assertThat(api.asLan().gets(PATH).is(200).bytes()).isEqualTo(said.bytes());
        assertThat(said.header("ETag")).isNotEqualTo(shipped.header("ETag"));
    }

    @Test
    void nobody_else_says_them_and_nothing_that_makes_no_sense_is_taken() {
        api.asHoa().puts(PATH, SHIPPED).isProblem(403, "forbidden");
        api.asDuc().puts(PATH, SHIPPED).isProblem(403, "forbidden");
        api.asAnh()
                .puts(PATH, SHIPPED.replace("21:00", "25:00"))
                .isProblem(422, "invalid")
                .blames("/quietFrom not-a-time-of-day");
        api.asAnh()
                .puts(PATH, SHIPPED.replace("5", "0"))
                .isProblem(422, "invalid")
                .blames("/dailyLimit range");
        api.asAnh().puts(PATH, "{}").isProblem(422, "invalid");
        api.asAnh().ifMatch(99).puts(PATH, SHIPPED).isProblem(412, "version-mismatch");
    }
}
