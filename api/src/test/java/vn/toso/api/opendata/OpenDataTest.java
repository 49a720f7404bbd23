package vn.toso.api.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.World;
import vn.toso.api.coverage.Counted;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.world.TestWorld;

@ApiTest
class OpenDataTest {

    private static final String PATH = "/v1/open-data/coverage?month=2025-09";

    @Autowired
    private Api api;

    @Autowired
    private World world;

    @Test
    void the_public_s_figures_hold_no_small_count() throws Exception {
        world.put(aHousehold("Nhà " + UUID.randomUUID())
                .id(new HouseholdId(UUID.randomUUID()))
                .in(TestWorld.XOM_DONG));
        Counted.by(api.asAnh(), "/v1/coverage?service=PAY_BILL&area=" + TestWorld.TAM_HOP.id());

        JsonNode answer = api.asLan().gets(PATH).is(200).json();

        assertThat(answer.at("/asOf").asString()).isEqualTo("2025-09-30");
        assertThat(answer.at("/rows").size()).isPositive();
        for (JsonNode row : answer.at("/rows")) {
            for (String count : new String[] {"eligible", "achieved"}) {
                JsonNode shown = row.get(count);
                assertThat(shown.isString() ? shown.asString() : "5")
                        .as(row.toString())
                        .isIn("<5", "hidden", "5");
                assertThat(shown.isNumber() ? shown.asLong() : 5).isGreaterThanOrEqualTo(5);
            }
        }
    }

    @Test
    void it_can_be_had_as_csv() {
        // Another month than the other test's: an answer is kept for a while.
        String path = "/v1/open-data/coverage?month=2025-10&format=csv";
        String csv = new String(api.asLan().gets(path).is(200).bytes(), StandardCharsets.UTF_8);

        assertThat(csv).startsWith("\uFEFFservice,province,areaCode,area,asOf,eligible,achieved,share\r\n");
    }

    @Test
    void only_finished_months_are_told_and_to_nobody_unless_the_operator_opens_them() {
        api.asLan().gets("/v1/open-data/coverage").is(200);
        api.asLan()
                .gets("/v1/open-data/coverage?month=2099-01")
                .isProblem(422, "invalid")
                .blames("/month in-the-future");
        api.asLan()
                .gets("/v1/open-data/coverage?month=2026")
                .isProblem(422, "invalid")
                .blames("/month month");
        api.asNobody().gets(PATH).isProblem(401, "unauthenticated");
    }
}
