package vn.toso.api.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.api.visit.VisitBody.aVisit;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Reply;
import vn.toso.api.World;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.Days;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.world.TestWorld;

@ApiTest
class CoverageTest {

    private static final IdSource IDS = IdSource.timeOrdered();
    private static final String PATH = "/v1/coverage";
    private static final String OF_MINH_HOP = "?service=PAY_BILL&area=" + TestWorld.MINH_HOP.id();

    @Autowired
    Api api;

    @Autowired
    World world;

    private Household aHomeIn(Area hamlet) {
        return world.put(aHousehold("Vi Văn Thông")
                        .id(new HouseholdId(IDS.next()))
                        .in(hamlet)
                        .with(aResident("Lô Thị Xuân").id(new ResidentId(IDS.next()))))
                .get(0);
    }

    private JsonNode counted(String who, String query) throws InterruptedException {
        return Counted.by(api.as(who), PATH + query);
    }

    @Test
    void a_visit_moves_its_hamlet_its_commune_and_its_oversight_area() throws Exception {
        Household home = aHomeIn(TestWorld.XOM_5);
        String hamlet = "?service=PAY_BILL&area=" + TestWorld.XOM_5.id();
        String oversight = "?service=PAY_BILL&area=" + TestWorld.OVERSIGHT.id();
        JsonNode hamletBefore = counted("hoa", hamlet).get("area");
        JsonNode communeBefore = counted("hoa", OF_MINH_HOP).get("area");
        JsonNode oversightBefore = counted("duc", oversight).get("area");

        api.as("hoa")
                .posts("/v1/visits", aVisit().to(home).achieved("PAY_BILL").json())
                .is(201);

        JsonNode after = counted("hoa", hamlet).get("area");
        assertMovedByOne(hamletBefore, after);
        assertMovedByOne(communeBefore, counted("hoa", OF_MINH_HOP).get("area"));
        assertMovedByOne(oversightBefore, counted("duc", oversight).get("area"));
        assertThat(after.at("/households/visited").asLong())
                .isEqualTo(hamletBefore.at("/households/visited").asLong() + 1);
        assertThat(after.at("/households/lastVisitOn").asString())
                .isEqualTo(Days.of(Instant.now()).toString());
    }

    private static void assertMovedByOne(JsonNode before, JsonNode after) {
        for (String count : List.of("reached", "achieved")) {
            assertThat(after.get(count).asLong())
                    .as(count)
                    .isEqualTo(before.get(count).asLong() + 1);
        }
        assertThat(after.get("eligible").asLong())
                .isEqualTo(before.get("eligible").asLong());
        double share =
                (double) after.get("achieved").asLong() / after.get("eligible").asLong();
        assertThat(after.get("share").asDouble()).isEqualTo(Math.round(share * 10_000) / 10_000.0);
    }

    @Test
    void an_answer_has_the_area_its_children_and_how_fresh_it_is() throws Exception {
        aHomeIn(TestWorld.XOM_5_VAN_LOI);

        JsonNode answer = counted("hoa", OF_MINH_HOP);

        assertThat(answer.propertyNames())
                .containsExactlyInAnyOrder("area", "children", "asOf", "tree", "devicesNotSynced");
        assertThat(answer.get("tree").asString()).isEqualTo("now");
        assertThat(answer.get("devicesNotSynced").asLong()).isZero();
        JsonNode area = answer.get("area");
        assertThat(area.get("areaId").asString())
                .isEqualTo(TestWorld.MINH_HOP.id().toString());
        assertThat(area.get("name").asString()).isEqualTo("Xã Minh Hợp");
        assertThat(area.get("level").asString()).isEqualTo("COMMUNE");
        assertThat(area.get("service").asString()).isEqualTo("PAY_BILL");
        assertThat(area.at("/households/declared").isNumber()).isTrue();
        assertThat(answer.get("children"))
                .extracting(child -> child.get("name").asString() + " "
                        + child.path("formerCommune").asString(""))
                .contains("Xóm 1 ", "Xóm 5 Xã Văn Lợi");
        long sum = 0;
        for (JsonNode child : answer.get("children")) {
            sum += child.get("eligible").asLong();
        }
        assertThat(area.get("eligible").asLong()).isEqualTo(sum).isPositive();
    }

    @Test
    void nobody_eligible_means_no_share() throws Exception {
        JsonNode area = counted("anh", "?service=PAY_FEES&area=" + TestWorld.XOM_DONG.id())
                .get("area");

        assertThat(area.get("eligible").asLong()).isZero();
        assertThat(area.has("share")).isFalse();
    }

    @Test
    void the_tree_of_then_and_the_tree_of_now_answer_the_same_day_differently() {
        LocalDate before = TestWorld.MERGER.minusDays(1);
        String query = "?service=PAY_BILL&at=" + before + "&area=";
        String moved = TestWorld.XOM_5_VAN_LOI.id().toString();

        api.as("anh").gets(PATH + query + TestWorld.VAN_LOI.id() + "&tree=then").is(200);
        api.as("anh").gets(PATH + query + TestWorld.VAN_LOI.id() + "&tree=now").isProblem(404, "not-found");
        assertThat(childrenOf(query + TestWorld.MINH_HOP.id() + "&tree=then")).doesNotContain(moved);
        assertThat(childrenOf(query + TestWorld.MINH_HOP.id() + "&tree=now")).contains(moved);
    }

    private List<String> childrenOf(String query) {
        List<String> ids = new ArrayList<>();
        JsonNode children = api.as("anh").gets(PATH + query).is(200).json().get("children");
        children.forEach(child -> ids.add(child.get("areaId").asString()));
        return ids;
    }

    @Test
    void laggards_come_first_page_by_page() throws Exception {
        aHomeIn(TestWorld.XOM_5_VAN_LOI);
        Household good = aHomeIn(TestWorld.XOM_5);
        api.as("hoa")
                .posts("/v1/visits", aVisit().to(good).achieved("PAY_BILL").json())
                .is(201);
        String query = "/hamlets" + OF_MINH_HOP + "&sort=share&limit=1";

        List<Double> shares = new ArrayList<>();
        JsonNode page = counted("hoa", query);
        while (true) {
            for (JsonNode item : page.get("items")) {
                assertThat(item.get("level").asString()).isEqualTo("HAMLET");
                shares.add(item.path("share").asDouble(2));
            }
            if (!page.has("next")) {
                break;
            }
            page = api.as("hoa")
                    .gets(PATH + query + "&after=" + page.get("next").asString())
                    .is(200)
                    .json();
        }

        assertThat(shares).hasSizeGreaterThanOrEqualTo(3).isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void questions_that_make_no_sense_are_told_so() {
        String commune = "?area=" + TestWorld.MINH_HOP.id();

        refused(commune, 422, "invalid", "/service required");
        refused("?service=SAFE", 422, "invalid", "/area required");
        refused(commune + "&service=DANCING", 422, "invalid", "/service unknown-service");
        refused(commune + "&service=SAFE&tree=later", 400, "malformed", "/tree not-one-of");
        refused(commune + "&service=SAFE&at=2999-01-01", 422, "invalid", "/at in-the-future");
        refused(commune + "&service=SAFE&at=01-01-2026", 400, "malformed", "/at not-a-date");
        refused("?area=12&service=SAFE", 400, "malformed", "/area not-a-uuid");
        refused("/hamlets" + commune + "&service=SAFE&sort=name", 400, "malformed", "/sort not-one-of");
    }

    private void refused(String query, int status, String code, String blamed) {
        api.as("hoa").gets(PATH + query).isProblem(status, code).blames(blamed);
    }

    @Test
    void an_area_out_of_scope_looks_like_none_at_all() {
        String query = PATH + "?service=SAFE&area=";

        Reply theirs = api.as("lan").gets(query + TestWorld.XOM_DONG.id()).isProblem(404, "not-found");

        assertThat(theirs.bytes())
                .isEqualTo(api.as("lan").gets(query + UUID.randomUUID()).bytes());
    }
}
