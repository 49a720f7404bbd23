package vn.toso.api.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.api.visit.VisitBody.aVisit;
import static vn.toso.api.visit.VisitBody.now;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Reply;
import vn.toso.api.World;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Resident;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.world.TestWorld;

@ApiTest
class VisitsTest {

    private static final IdSource IDS = IdSource.timeOrdered();

    @Autowired
    Api api;

    @Autowired
    World world;

    private Household home;
    private Resident wife;

    @BeforeEach
    void aHouseholdOfItsOwn() {
        home = world.put(aHousehold("Vi Văn Thông")
                        .id(new HouseholdId(IDS.next()))
                        .with(aResident("Lô Thị Xuân").id(new ResidentId(IDS.next()))))
                .get(0);
        wife = home.residents().get(0);
    }

    @Test
    void a_visit_is_taken_in_and_read_again_as_it_was_sent() {
        VisitBody visit = aVisit().to(home)
                .achieved("VNEID_ACT", wife)
                .doing(Map.of(
                        "service", "PAY_ACC",
                        "residentId", wife.id().toString(),
                        "outcome", "ASSISTED",
                        "note", "ra ngân hàng thứ Hai"))
                .doing(Map.of("service", "DEVICE", "outcome", "ACHIEVED", "step", "no"))
                .with("members", List.of(TestWorld.MINH.id().toString()))
                .with("location", Map.of("latitude", 19.32147, "longitude", 105.18753))
                .with("note", "Hẹn quay lại cùng con trai");

        Reply made = api.as("lan").posts("/v1/visits", visit.json()).is(201);

        assertThat(made.header("Location")).isEqualTo("/v1/visits/" + visit.id());
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        JsonNode body = made.json();
        assertThat(body.get("id").asString()).isEqualTo(visit.id());
        assertThat(body.get("householdId").asString()).isEqualTo(home.id().toString());
        assertThat(body.get("hamletId").asString())
                .isEqualTo(TestWorld.XOM_1.id().toString());
        assertThat(made.at("/members/0")).isEqualTo(TestWorld.LAN.id().toString());
        assertThat(made.at("/members/1")).isEqualTo(TestWorld.MINH.id().toString());
        assertThat(body.get("skewed").asBoolean()).isFalse();
        assertThat(body.has("reportedAt")).isFalse();
        assertThat(body.has("voided")).isFalse();
        assertThat(body.get("location").toString()).isEqualTo("{\"latitude\":19.321,\"longitude\":105.188}");
        assertThat(body.get("activities")).hasSize(3);
        assertThat(body.get("activities").get(2).toString())
                .isEqualTo("{\"service\":\"DEVICE\",\"outcome\":\"ACHIEVED\",\"step\":\"no\"}");
        assertThat(body.get("occurredAt").asString()).endsWith("+07:00");
        assertThat(OffsetDateTime.parse(body.get("occurredAt").asString()).toInstant())
                .isEqualTo(OffsetDateTime.parse((String) visit.json().get("occurredAt"))
                        .toInstant());

        Reply read = api.as("lan").gets("/v1/visits/" + visit.id()).is(200);
        assertThat(read.bytes()).isEqualTo(made.bytes());
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void a_session_takes_place_in_a_hamlet_and_counts_who_came() {
        VisitBody session = aVisit().in(TestWorld.XOM_1.id())
                .doing(Map.of("service", "MEETING", "outcome", "ACHIEVED", "attendance", 64));

        Reply made = api.as("lan").posts("/v1/visits", session.json()).is(201);

        assertThat(made.json().has("householdId")).isFalse();
        assertThat(made.at("/hamletId")).isEqualTo(TestWorld.XOM_1.id().toString());
        assertThat(made.at("/activities/0/attendance")).isEqualTo("64");
    }

    @Test
    void an_identical_repeat_gets_the_same_answer_and_other_content_a_conflict() {
        VisitBody visit = aVisit().to(home).achieved("SAFE", wife);
        Reply first = api.as("lan").posts("/v1/visits", visit.json()).is(201);

        Reply again = api.as("lan").posts("/v1/visits", visit.json()).is(200);
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(again.header("ETag")).isEqualTo("\"1\"");

        visit.with("durationMinutes", 26);
        api.as("lan").posts("/v1/visits", visit.json()).isProblem(409, "conflict");
    }

    @Test
    void a_device_whose_clock_is_ahead_is_believed_but_capped() {
        OffsetDateTime ahead = now().plusHours(3);

        Reply skewed = api.as("lan")
                .posts(
                        "/v1/visits",
                        aVisit().to(home).at(ahead).achieved("SAFE", wife).json())
                .is(201);

        assertThat(skewed.json().get("skewed").asBoolean()).isTrue();
        assertThat(skewed.at("/occurredAt")).isEqualTo(skewed.at("/receivedAt"));
        assertThat(OffsetDateTime.parse(skewed.at("/reportedAt"))).isEqualTo(ahead);

        Reply slightly = api.as("lan")
                .posts(
                        "/v1/visits",
                        aVisit().to(home)
                                .at(now().plusMinutes(5))
                                .achieved("SAFE", wife)
                                .json())
                .is(201);
        assertThat(slightly.json().get("skewed").asBoolean()).isFalse();
        assertThat(slightly.at("/occurredAt")).isEqualTo(slightly.at("/receivedAt"));
        assertThat(slightly.json().has("reportedAt")).isTrue();
    }

    @Test
    void a_correction_supersedes_and_says_so() {
        VisitBody wrong = aVisit().to(home).achieved("SAFE", wife);
        api.as("lan").posts("/v1/visits", wrong.json()).is(201);

        Reply right = api.as("lan")
                .posts(
                        "/v1/visits",
                        aVisit().to(home)
                                .with("supersedes", wrong.id())
                                .did("SAFE", wife, "ABSENT")
                                .json())
                .is(201);

        assertThat(right.at("/supersedes")).isEqualTo(wrong.id());
    }

    @Test
    void a_voided_visit_stays_on_file_with_the_reason() {
        VisitBody visit = aVisit().to(home).achieved("SAFE", wife);
        api.as("lan").posts("/v1/visits", visit.json()).is(201);
        String path = "/v1/visits/" + visit.id();

        Reply gone = api.as("lan")
                .posts(path + "/void", Map.of("reason", "Ghi nhầm hộ"))
                .is(200);

        assertThat(gone.header("ETag")).isEqualTo("\"2\"");
        assertThat(gone.at("/voided/reason")).isEqualTo("Ghi nhầm hộ");
        assertThat(gone.at("/voided/by")).isEqualTo(TestWorld.LAN.id().toString());
        assertThat(api.as("lan").gets(path).is(200).bytes()).isEqualTo(gone.bytes());
        Reply again =
                api.as("hoa").posts(path + "/void", Map.of("reason", "Lần nữa")).is(200);
        assertThat(again.bytes()).isEqualTo(gone.bytes());
        api.as("lan").posts("/v1/visits", visit.json()).is(200);
    }

    @Test
    void only_who_made_a_visit_or_a_leader_voids_it() {
        VisitBody visit = aVisit().to(home).achieved("SAFE", wife);
        api.as("lan").posts("/v1/visits", visit.json()).is(201);
        String path = "/v1/visits/" + visit.id() + "/void";

        api.as("minh").posts(path, Map.of("reason", "Không phải của tôi")).isProblem(403, "forbidden");
        api.as("thuy").posts(path, Map.of("reason", "Ở xã khác")).isProblem(404, "not-found");
        api.as("lan").ifMatch(7).posts(path, Map.of("reason", "Phiên bản khác")).isProblem(412, "version-mismatch");
        api.as("hoa")
                .ifMatch(1)
                .posts(path, Map.of("reason", "Lãnh đạo xã rút lại"))
                .is(200);
    }

    @Test
    void lists_go_page_by_page_from_the_latest_to_the_first() {
        List<String> latestFirst = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            VisitBody visit = aVisit().to(home).at(now().minusDays(i + 1)).achieved("SAFE", wife);
            api.as("lan").posts("/v1/visits", visit.json()).is(201);
            latestFirst.add(visit.id());
        }
        String path = "/v1/visits?household=" + home.id() + "&limit=2";

        List<String> listed = new ArrayList<>();
        String after = "";
        do {
            Reply page = api.as("lan").gets(path + after).is(200);
            page.json().get("items").forEach(item -> listed.add(item.get("id").asString()));
            after = page.json().has("next") ? "&after=" + page.at("/next") : "";
        } while (!after.isEmpty());

        assertThat(listed).isEqualTo(latestFirst);
    }

    @Test
    void lists_are_narrowed_by_day_hamlet_and_member() {
        VisitBody old = aVisit().to(home)
                .at(OffsetDateTime.parse("2026-03-04T00:30:00+07:00"))
                .achieved("SAFE", wife);
        VisitBody late = aVisit().to(home)
                .at(OffsetDateTime.parse("2026-03-04T23:59:59+07:00"))
                .achieved("SAFE", wife);
        api.as("minh").posts("/v1/visits", old.json()).is(201);
        api.as("minh").posts("/v1/visits", late.json()).is(201);
        String ofHome = "/v1/visits?household=" + home.id();

        assertThat(idsAt(ofHome + "&from=2026-03-04&to=2026-03-04")).containsExactly(late.id(), old.id());
        assertThat(idsAt(ofHome + "&from=2026-03-05")).isEmpty();
        assertThat(idsAt(ofHome + "&to=2026-03-03")).isEmpty();
        assertThat(idsAt(ofHome + "&member=" + TestWorld.MINH.id())).hasSize(2);
        assertThat(idsAt(ofHome + "&member=" + TestWorld.LAN.id())).isEmpty();
        assertThat(idsAt(ofHome + "&hamlet=" + TestWorld.XOM_1.id())).hasSize(2);
    }

    private List<String> idsAt(String path) {
        List<String> ids = new ArrayList<>();
        api.as("hoa")
                .gets(path)
                .is(200)
                .json()
                .get("items")
                .forEach(item -> ids.add(item.get("id").asString()));
        return ids;
    }
}
