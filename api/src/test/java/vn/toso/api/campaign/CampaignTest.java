package vn.toso.api.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.World;
import vn.toso.domain.area.Days;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.world.TestWorld;

@ApiTest
class CampaignTest {

    private static final String PATH = "/v1/campaigns";
    private static final IdSource IDS = IdSource.timeOrdered();

    @Autowired
    Api api;

    @Autowired
    World world;

    private Household aHomeIn(AreaId hamlet) {
        return world.put(aHousehold("Vi Văn Chiến")
                        .id(new HouseholdId(IDS.next()))
                        .in(hamlet))
                .get(0);
    }

    /** Of its own: teams that other tests make are none of its business. */
    private AreaId aHamletWithoutTeam() {
        String created = api.asHoa()
                .posts(
                        "/v1/areas",
                        Map.of(
                                "name",
                                "Chiến Dịch",
                                "type",
                                "BAN",
                                "parentId",
                                TestWorld.MINH_HOP.id().toString()))
                .is(201)
                .at("/id");
        return new AreaId(UUID.fromString(created));
    }

    private static String body(AreaId area, String more) {
        LocalDate today = Days.of(Instant.now());
        return """
                { "name": "Cao điểm", "services": ["PAY_BILL"], "areaIds": ["%s"], "from": "%s", "to": "%s"%s }""".formatted(area, today, today.plusDays(10), more);
    }

    private JsonNode once(String id, String state) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> api.as("hoa")
                        .gets(PATH + "/" + id)
                        .is(200)
                        .json()
                        .get("state")
                        .asString()
                        .equals(state));
        return api.as("hoa").gets(PATH + "/" + id).is(200).json();
    }

    @Test
    void a_campaign_is_planned_tried_launched_watched_and_ended() {
        AreaId hamlet = aHamletWithoutTeam();
        Household home = aHomeIn(hamlet);
        JsonNode preview = api.as("hoa")
                .posts(PATH + "?dryRun=true", body(hamlet, ", \"target\": { \"share\": 0.6 }"))
                .is(200)
                .json();
        assertThat(preview.get("households").asLong()).isPositive();
        assertThat(preview.at("/hamlets/0/withoutMembers").asBoolean()).isTrue();
        assertThat(preview.at("/hamlets/0/members/0/tasks").asLong())
                .isEqualTo(preview.get("households").asLong());

        JsonNode draft = api.as("hoa")
                .posts(PATH, body(hamlet, ", \"target\": { \"share\": 0.6 }"))
                .is(201)
                .json();
        String id = draft.get("id").asString();
        assertThat(draft.get("state").asString()).isEqualTo("DRAFT");
        assertThat(draft.at("/target/share").asDouble()).isEqualTo(0.6);
        assertThat(draft.get("shareRule").asString()).isEqualTo("EVENLY");
        JsonNode tried = api.as("hoa")
                .posts(PATH + "/" + id + "/launch?dryRun=true")
                .is(200)
                .json();
        assertThat(tried.get("households")).isEqualTo(preview.get("households"));

        api.as("hoa").posts(PATH + "/" + id + "/launch").is(200);
        api.as("hoa").posts(PATH + "/" + id + "/launch").is(200);
        JsonNode running = once(id, "RUNNING");

        assertThat(running.at("/progress/tasks/ASSIGNED").asLong())
                .isEqualTo(preview.get("households").asLong());
        assertThat(running.at("/progress/hamletsWithoutMembers").asLong()).isEqualTo(1);
        assertThat(running.at("/progress/units/0/service").asString()).isEqualTo("PAY_BILL");
        assertThat(running.at("/launch/done").asBoolean()).isTrue();
        JsonNode tasks = api.as("hoa")
                .gets("/v1/tasks?limit=500&hamlet=" + hamlet)
                .is(200)
                .json()
                .get("items");
        assertThat(tasks).anySatisfy(task -> {
            assertThat(task.get("householdId").asString()).isEqualTo(home.id().toString());
            assertThat(task.path("campaignId").asString()).isEqualTo(id);
        });

        api.as("hoa").posts(PATH + "/" + id + "/end").is(200);
        JsonNode ended = once(id, "ENDED");
        assertThat(ended.at("/progress/tasks/CANCELLED").asLong())
                .isEqualTo(preview.get("households").asLong());
        api.as("hoa").posts(PATH + "/" + id + "/launch").isProblem(409, "conflict");
    }

    @Test
    void what_lies_beyond_the_scope_is_refused() {
        String ofDistrict = api.as("duc")
                .posts(PATH, body(TestWorld.OVERSIGHT.id(), ""))
                .is(201)
                .json()
                .get("id")
                .asString();

        api.as("hoa").posts(PATH + "/" + ofDistrict + "/launch").isProblem(403, "forbidden");
        api.as("lan").posts(PATH, body(TestWorld.XOM_1.id(), "")).isProblem(403, "forbidden");
        api.as("hoa").posts(PATH, body(TestWorld.TAM_HOP.id(), "")).isProblem(422, "invalid");
        api.as("hoa").gets(PATH + "/" + UUID.randomUUID()).isProblem(404, "not-found");
        assertThat(api.as("hoa").gets(PATH + "?limit=500").is(200).json().get("items"))
                .anySatisfy(
                        campaign -> assertThat(campaign.get("id").asString()).isEqualTo(ofDistrict));
    }

    @Test
    void bad_input_is_told_field_by_field() {
        String wrong = """
                { "name": "", "services": [], "areaIds": [], "from": "2026-11-20", "to": "2026-11-01", "target": {} }""";

        JsonNode problem =
                api.as("hoa").posts(PATH, wrong).isProblem(422, "invalid").json();

        assertThat(problem.get("errors"))
                .extracting(error -> error.get("pointer").asString())
                .contains("/name", "/services", "/areaIds", "/to", "/target");
        api.as("hoa").posts(PATH, "{ \"name\": 3 }").isProblem(400, "malformed");
    }
}
