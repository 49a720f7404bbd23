package vn.toso.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.MemberBuilder.aMember;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Reply;
import vn.toso.api.World;
import vn.toso.domain.change.Eventually;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.team.MemberStatus;
import vn.toso.domain.world.TestWorld;

/** Everything that anybody does to citizens' data is written down, with the phone it was done on, and nothing else is. */
@ApiTest
class AuditApiTest {

    private static final IdSource IDS = IdSource.timeOrdered();
    private static final String PHONE = "0193a1b0-0000-7abc-8def-112233445566";

    @Autowired
    Api api;

    @Autowired
    World world;

    private Household home;

    /** In its head's name, and in no other. */
    private String word;

    @BeforeEach
    void household() {
        word = UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        home = world.put(aHousehold("Vi Văn Thông " + word)
                        .id(new HouseholdId(IDS.next()))
                        .phones("0912345678"))
                .get(0);
    }

    /** Other tests leave more there than a page holds. */
    private void pullEverything() {
        String after = "";
        Reply page;
        do {
            page = api.asLan().gets("/v1/sync/pull?limit=2000" + after).is(200);
            after = "&after=" + page.at("/next");
        } while (page.at("/more").equals("true"));
    }

    private List<String> told(String query) {
        List<String> told = new ArrayList<>();
        for (JsonNode entry :
                api.asBao().gets("/v1/audit?limit=500&" + query).is(200).json().path("items")) {
            told.add(entry.path("action").asString() + " "
                    + entry.path("operation").asString());
        }
        return told;
    }

    @Test
    void whoeverIsShownAHouseholdIsWrittenDownBeforeItIsShown() {
        api.asLan().with("Device-Id", PHONE).gets("/v1/households/" + home.id()).is(200);
        api.asHoa()
                .gets("/v1/households?hamlet=" + TestWorld.XOM_1.id() + "&q=" + word)
                .is(200);
        pullEverything();

        assertThat(told("entity=" + home.id()))
                .contains("READ GET /v1/households/{id}", "READ GET /v1/households", "READ GET /v1/sync/pull");
        JsonNode read = api.asAnh()
                .gets("/v1/audit?entity=" + home.id() + "&member=" + TestWorld.LAN.id())
                .is(200)
                .json();
        assertThat(read.findValuesAsString("device")).contains(PHONE);
        assertThat(read.toString()).doesNotContain("Thông", "0912345678");
    }

    @Test
    void changesAreWrittenDownWhicheverWayTheyCameIn() {
        api.asLan()
                .with("Device-Id", PHONE)
                .patches("/v1/households/" + home.id(), Map.of("addressNote", "cổng xanh"))
                .is(200);

        Eventually.holds(() -> {
            JsonNode found =
                    api.asBao().gets("/v1/audit?entity=" + home.id()).is(200).json();
            assertThat(found.findValuesAsString("action")).contains("CHANGED");
            assertThat(found.findValuesAsString("device")).contains(PHONE);
        });
    }

    @Test
    void whatTheServerDerivesIsNobodysDeed() {
        String visit = IDS.next().toString();
        api.asLan()
                .posts(
                        "/v1/visits",
                        Map.of(
                                "id",
                                visit,
                                "householdId",
                                home.id().toString(),
                                "occurredAt",
                                java.time.OffsetDateTime.now(java.time.ZoneOffset.UTC)
                                        .minusMinutes(1)
                                        .toString(),
                                "activities",
                                List.of(Map.of("service", "PAY_BILL", "outcome", "ACHIEVED"))))
                .is(201);
        Eventually.holds(() -> assertThat(
                        api.asLan().gets("/v1/households/" + home.id()).is(200).at("/services/PAY_BILL/outcome"))
                .isEqualTo("ACHIEVED"));
        Eventually.holds(() -> assertThat(told("entity=" + visit)).containsExactly("CHANGED visit"));
        assertThat(told("entity=" + home.id())).doesNotContain("CHANGED household");
    }

    @Test
    void exportsAreWrittenDown() {
        String id = api.asHoa()
                .gets("/v1/exports/households?format=csv&area=" + TestWorld.XOM_1.id())
                .is(200)
                .header("Export-Id");

        Eventually.holds(() -> assertThat(told("entity=" + id)).contains("EXPORTED export"));
    }

    @Test
    void refusalsAreWrittenDownWithWhatWasAskedFor() {
        api.asThuy().gets("/v1/households/" + home.id()).isProblem(404, "not-found");
        api.asBao().patches("/v1/households/" + home.id(), Map.of()).isProblem(403, "forbidden");
        String handle = "suspended-" + UUID.randomUUID();
        world.put(aMember("Lô Thị " + handle).in(TestWorld.XOM_1.id()).status(MemberStatus.SUSPENDED), handle);
        api.as(handle).gets("/v1/households/" + home.id()).isProblem(403, "forbidden");

        Eventually.holds(() -> {
            JsonNode denied =
                    api.asBao().gets("/v1/audit?entity=" + home.id()).is(200).json();
            assertThat(denied.findValuesAsString("outcome"))
                    .containsExactlyInAnyOrder("not-found", "forbidden", "forbidden.suspended");
        });
    }

    @Test
    void aPhoneThatIsRegisteredIsWrittenDownThoughNoLogKnowsIt() {
        UUID phone = UUID.randomUUID();
        api.asLan().puts("/v1/devices/" + phone, Map.of("platform", "ANDROID", "appVersion", "1.0", "locale", "vi-VN"));

        assertThat(told("entity=" + phone)).containsExactly("CHANGED PUT /v1/devices/{id}");
    }

    @Test
    void theAuditIsWholeAndSaysSo() {
        JsonNode report =
                api.asAnh().gets("/v1/audit/verify?limit=200000").is(200).json();

        assertThat(report.path("intact").asBoolean()).as(report.toString()).isTrue();
        api.asBao().gets("/v1/audit/verify?known=never").is(200);
        assertThat(api.asBao().gets("/v1/audit/verify?known=never").at("/faults/0/kind"))
                .isEqualTo("checkpoint-unknown");
        api.asBao().gets("/v1/audit/verify?limit=0").isProblem(422, "invalid");
        api.asBao().gets("/v1/audit/verify?after=x").isProblem(422, "invalid");
    }

    @Test
    void theProvinceSaysForHowLongItIsKept() {
        assertThat(api.asBao().gets("/v1/audit/settings").is(200).at("/keptDays"))
                .isEqualTo("730");
        String body = "{\"keptDays\": 364, \"manyHouseholds\": 0, \"withinMinutes\": 0}";
        api.asAnh()
                .puts("/v1/audit/settings", body)
                .isProblem(422, "invalid")
                .blames("/keptDays range", "/manyHouseholds range", "/withinMinutes range");
        api.asBao().puts("/v1/audit/settings", body).isProblem(403, "forbidden");
        String shipped = "{\"keptDays\": 730, \"manyHouseholds\": 500, \"withinMinutes\": 60}";
        api.asAnh().puts("/v1/audit/settings", shipped).is(200);
    }
}
