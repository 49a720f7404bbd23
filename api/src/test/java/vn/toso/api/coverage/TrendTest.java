package vn.toso.api.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.domain.area.Days;
import vn.toso.domain.world.TestWorld;

@ApiTest
class TrendTest {

    private static final String PATH = "/v1/coverage/trend?service=PAY_BILL&area=" + TestWorld.MINH_HOP.id();

    @Autowired
    Api api;

    private JsonNode points(String more) {
        return api.as("hoa").gets(PATH + more).is(200).json().get("points");
    }

    @Test
    void a_trend_ends_today_and_steps_as_asked() {
        LocalDate today = Days.of(Instant.now());

        JsonNode days = points("");

        assertThat(days).hasSize(28);
        assertThat(days.get(27).get("day").asString()).isEqualTo(today.toString());
        assertThat(points("&step=week").size()).isBetween(12, 13);
        assertThat(points("&step=month&from=" + today.minusMonths(3) + "&tree=then"))
                .hasSize(4);
        assertThat(points("&from=" + today + "&to=" + today)).hasSize(1);
    }

    @Test
    void too_many_points_and_days_to_come_are_refused() {
        LocalDate today = Days.of(Instant.now());

        api.as("hoa").gets(PATH + "&from=0001-01-01").isProblem(422, "invalid").blames("/from too-many-points");
        api.as("hoa")
                .gets(PATH + "&to=" + today.plusDays(1))
                .isProblem(422, "invalid")
                .blames("/to in-the-future");
        api.as("hoa")
                .gets(PATH + "&from=" + today + "&to=" + today.minusDays(1))
                .isProblem(422, "invalid")
                .blames("/to before-from");
        api.as("hoa")
                .gets("/v1/coverage/trend?service=PAY_BILL&area=" + TestWorld.TAM_HOP.id())
                .isProblem(404, "not-found");
    }
}
