package vn.toso.api.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Reply;

@ApiTest
class DashboardFilesTest {

    @Autowired
    Api api;

    @Test
    void anybody_may_fetch_the_page_which_may_talk_to_nobody_else() {
        Reply page = api.asNobody().gets("/").is(200);

        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';", "connect-src 'self';")
                .doesNotContain("unsafe", "http");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(new String(page.bytes(), StandardCharsets.UTF_8)).doesNotContain("<style", " style=", "onclick=");
    }

    @Test
    void a_browser_keeps_its_copy_as_long_as_it_is_right() {
        Reply first = api.asNobody().gets("/dashboard/main.js").is(200);

        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(first.header("Content-Type")).isEqualTo("text/javascript;charset=UTF-8");
        String tag = first.header("ETag");
        api.asNobody().with("If-None-Match", tag).gets("/dashboard/main.js").is(304);
        api.asNobody()
                .with("If-None-Match", "\"other\"")
                .gets("/dashboard/main.js")
                .is(200);
    }

    @Test
    void the_page_learns_how_to_sign_in() {
        Reply config = api.asNobody().gets("/dashboard/config.json").is(200);

        assertThat(config.json().at("/demo").asBoolean()).isTrue();
        assertThat(config.at("/clientId")).isEqualTo("toso-dashboard");
        assertThat(config.json().path("issuer").isNull() || !config.json().has("issuer"))
                .isTrue();
    }

    @Test
    void nothing_but_the_pages_own_files_is_there() {
        for (String path : new String[] {
            "/dashboard/nothing.js",
            "/dashboard/",
            "/dashboard/../application.yaml",
            "/dashboard/%2e%2e/application.yaml"
        }) {
            assertThat(api.asNobody().gets(path).status()).as(path).isIn(400, 401, 404);
        }
    }
}
