package vn.toso.api.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.toso.api.visit.VisitBody.aVisit;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.World;
import vn.toso.domain.area.Days;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.world.TestWorld;

@ApiTest
class MonthTest {

    private static final IdSource IDS = IdSource.timeOrdered();
    private static final String OF_HAMLET = "?area=" + TestWorld.XOM_5_VAN_LOI.id();

    @Autowired
    Api api;

    @Autowired
    World world;

    private static YearMonth lastMonth() {
        return YearMonth.from(Days.of(Instant.now())).minusMonths(1);
    }

    private long late(YearMonth month) {
        JsonNode services = api.as("hoa")
                .gets("/v1/months/" + month + OF_HAMLET)
                .is(200)
                .json()
                .at("/area/services");
        for (JsonNode service : services) {
            if (service.get("service").asString().equals("PAY_BILL")) {
                return service.at("/late/achieved").asLong();
            }
        }
        return 0;
    }

    @Test
    void a_frozen_month_keeps_its_figures_and_a_late_visit_is_marked_and_shown_apart() {
        YearMonth month = lastMonth();
        LocalDate day = month.atEndOfMonth().minusDays(2);
        Household home = world.put(aHousehold("Vi Văn Muộn")
                        .id(new HouseholdId(IDS.next()))
                        .in(TestWorld.XOM_5_VAN_LOI)
                        .since(day.minusDays(5)))
                .get(0);
        JsonNode frozen = api.as("hoa")
                .posts("/v1/months/" + month + "/freeze" + OF_HAMLET)
                .is(200)
                .json();
        assertThat(frozen.at("/area/frozenHamlets").asInt()).isEqualTo(1);
        assertThat(frozen.has("frozenAt")).isTrue();
        long before = late(month);

        JsonNode visit = api.as("hoa")
                .posts(
                        "/v1/visits",
                        aVisit().to(home)
                                .at(day.atTime(19, 0).atZone(Days.ZONE).toOffsetDateTime())
                                .achieved("PAY_BILL")
                                .json())
                .is(201)
                .json();

        assertThat(visit.get("afterFreeze").asBoolean()).isTrue();
        await().atMost(Duration.ofSeconds(30)).until(() -> late(month) == before + 1);
        JsonNode again = api.as("hoa")
                .posts("/v1/months/" + month + "/freeze" + OF_HAMLET)
                .is(200)
                .json();
        assertThat(again.get("frozenAt")).isEqualTo(frozen.get("frozenAt"));
        api.as("hoa").gets("/v1/months/" + month + OF_HAMLET + "&tree=then").is(200);
    }

    @Test
    void what_cannot_be_frozen_is_refused() {
        YearMonth running = YearMonth.from(Days.of(Instant.now()));

        api.as("hoa")
                .posts("/v1/months/" + running + "/freeze" + OF_HAMLET)
                .isProblem(422, "invalid")
                .blames("/month month-not-over");
        api.as("hoa")
                .gets("/v1/months/2026-13" + OF_HAMLET)
                .isProblem(422, "invalid")
                .blames("/month month");
        api.as("lan")
                .posts("/v1/months/" + lastMonth() + "/freeze?area=" + TestWorld.XOM_1.id())
                .isProblem(403, "forbidden");
        api.as("hoa")
                .posts("/v1/months/" + lastMonth() + "/freeze?area=" + TestWorld.TAM_HOP.id())
                .isProblem(404, "not-found");
    }
}
