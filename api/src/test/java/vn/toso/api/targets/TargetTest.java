package vn.toso.api.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Year;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.Days;
import vn.toso.domain.world.TestWorld;

@ApiTest
class TargetTest {

    private static final String PATH = "/v1/targets";

    @Autowired
    Api api;

    private static String body(Area area, String figure) {
        return """
                { "areaId": "%s", "service": "PAY_BILL", "period": "%s", %s,
                  "source": { "number": "171/KH-UBND", "date": "2023-03-20", "issuer": "UBND tỉnh" } }""".formatted(area.id(), Year.from(Days.of(Instant.now())), figure);
    }

    @Test
    void a_target_is_set_replaced_and_read_with_its_progress() {
        JsonNode first = api.as("hoa")
                .puts(PATH, body(TestWorld.MINH_HOP, "\"number\": 100000"))
                .is(200)
                .json();
        assertThat(first.at("/progress/goal").asLong()).isEqualTo(100_000);
        assertThat(first.at("/progress/missing").asLong()).isPositive();
        assertThat(first.at("/source/document").asString()).contains("171/KH-UBND");

        JsonNode second = api.as("hoa")
                .ifMatch(first.get("version").asLong())
                .puts(PATH, body(TestWorld.MINH_HOP, "\"share\": 0.5"))
                .is(200)
                .json();

        assertThat(second.get("id")).isEqualTo(first.get("id"));
        assertThat(second.has("number")).isFalse();
        JsonNode items = api.as("hoa")
                .gets(PATH + "?area=" + TestWorld.MINH_HOP.id())
                .is(200)
                .json()
                .get("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).get("share").asDouble()).isEqualTo(0.5);
    }

    @Test
    void wrong_figures_and_foreign_areas_are_refused() {
        api.as("hoa")
                .puts(PATH, body(TestWorld.MINH_HOP, "\"number\": 3, \"share\": 0.5"))
                .isProblem(422, "invalid")
                .blames("/number number-or-share");
        api.as("hoa").puts(PATH, body(TestWorld.TAM_HOP, "\"number\": 3")).isProblem(404, "not-found");
        api.as("lan").puts(PATH, body(TestWorld.XOM_1, "\"number\": 3")).isProblem(403, "forbidden");
    }
}
