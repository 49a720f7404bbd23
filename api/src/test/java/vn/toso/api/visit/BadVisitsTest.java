package vn.toso.api.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.api.visit.VisitBody.aVisit;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Documents;
import vn.toso.api.Reply;
import vn.toso.api.World;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Resident;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.world.TestWorld;

/** Each bad visit gets a problem of its own in both languages, and nothing of it is written. */
@ApiTest
class BadVisitsTest {

    private static final IdSource IDS = IdSource.timeOrdered();
    private static final String PATH = "/v1/visits";

    @Autowired
    Api api;

    @Autowired
    World world;

    @Autowired
    Documents documents;

    private Household home;
    private Resident wife;
    private Household neighbours;
    private Household elsewhere;
    private String before;

    @BeforeEach
    void threeHouseholds() {
        home = aHome("Vi Văn Thông", "Lô Thị Xuân");
        neighbours = aHome("Lương Văn Tám", "Hà Thị Mơ");
        elsewhere = world.put(aHousehold("Cao Văn Bảy")
                        .id(new HouseholdId(IDS.next()))
                        .in(TestWorld.XOM_DONG)
                        .with(aResident("Cao Thị Na").id(new ResidentId(IDS.next()))))
                .get(0);
        wife = home.residents().get(0);
        before = documents.of("visits", "visit");
    }

    @AfterEach
    void nothingIsWritten() {
        assertThat(documents.of("visits", "visit")).isEqualTo(before);
    }

    private Household aHome(String head, String resident) {
        return world.put(aHousehold(head)
                        .id(new HouseholdId(IDS.next()))
                        .with(aResident(resident).id(new ResidentId(IDS.next()))))
                .get(0);
    }

    /** The answer in Vietnamese, after checking that the English one differs in its words only. */
    private Reply posts(Object body) {
        Reply vietnamese = api.as("lan").posts(PATH, body);
        Reply english = api.as("lan").inEnglish().posts(PATH, body);
        assertThat(english.at("/code")).isEqualTo(vietnamese.at("/code"));
        assertThat(english.at("/detail")).isNotEqualTo(vietnamese.at("/detail"));
        assertThat(english.json().path("errors"))
                .hasSameSizeAs(vietnamese.json().path("errors"));
        vietnamese
                .json()
                .path("errors")
                .forEach(error -> assertThat(error.get("message").asString())
                        .as("sentence for the rule")
                        .contains(" ")
                        .isNotEqualTo(error.get("code").asString()));
        return vietnamese;
    }

    private VisitBody good() {
        return aVisit().to(home).achieved("SAFE", wife);
    }

    @Test
    void an_unknown_field() {
        posts(good().with("colour", "red").json()).isProblem(400, "malformed").blames("/colour unknown-field");
        posts(good().doing(Map.of("service", "SAFE", "outcome", "ACHIEVED", "resident", "x"))
                        .json())
                .isProblem(400, "malformed")
                .blames("/activities/1/resident unknown-field");
    }

    @Test
    void a_value_of_a_wrong_type() {
        posts(good().with("durationMinutes", "25").json())
                .isProblem(400, "malformed")
                .blames("/durationMinutes not-an-integer");
        posts(good().with("activities", "SAFE").json())
                .isProblem(400, "malformed")
                .blames("/activities not-a-list");
        posts(good().doing(Map.of("service", 7, "outcome", "ACHIEVED")).json())
                .isProblem(400, "malformed")
                .blames("/activities/1/service not-a-text");
        posts(good().doing(Map.of("service", "SAFE", "outcome", "DONE")).json())
                .isProblem(400, "malformed")
                .blames("/activities/1/outcome not-one-of");
    }

    @Test
    void a_wrong_uuid() {
        posts(good().with("id", "1-2-3-4-5").json()).isProblem(400, "malformed").blames("/id not-a-uuid");
        api.as("lan").gets(PATH + "/17").isProblem(400, "malformed").blames("/id not-a-uuid");
    }

    @Test
    void a_time_without_offset() {
        posts(good().with("occurredAt", "2026-11-20T19:05:00").json())
                .isProblem(400, "malformed")
                .blames("/occurredAt not-a-time");
        posts(good().with("occurredAt", "20/11/2026").json())
                .isProblem(400, "malformed")
                .blames("/occurredAt not-a-time");
        api.as("lan")
                .gets(PATH + "?from=20-11-2026")
                .isProblem(400, "malformed")
                .blames("/from not-a-date");
    }

    @Test
    void what_is_missing_is_named_all_at_once() {
        posts("{}").isProblem(422, "invalid").blames("/id required", "/occurredAt required", "/activities required");
        posts(good().without("householdId").json()).isProblem(422, "invalid").blames("/householdId required");
        posts(good().in(TestWorld.XOM_1.id()).json()).isProblem(422, "invalid").blames("/hamletId not-wanted");
        posts(aVisit().to(home).json()).isProblem(422, "invalid").blames("/activities size");
    }

    @Test
    void nothing_where_something_should_stand() {
        posts("{\"id\": null, \"occurredAt\": \"2026-11-20T19:05:00+07:00\", \"activities\": [null]}")
                .isProblem(422, "invalid")
                .blames("/id required", "/activities/0 required");
    }

    @Test
    void broken_json_and_too_deep_json() {
        posts("{\"id\": ").isProblem(400, "malformed").blames("/id broken-json");
        posts("[".repeat(5_000) + "]".repeat(5_000)).isProblem(400, "malformed");
        posts(good().with("note", Map.of("a", Map.of("b", 1))).json())
                .isProblem(400, "malformed")
                .blames("/note not-a-text");
        posts("{\"note\": " + "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000) + "}")
                .isProblem(400, "malformed");
    }

    @Test
    void a_body_of_ten_megabytes() {
        posts(good().with("note", "x".repeat(10 << 20)).json()).isProblem(413, "too-large");
    }

    @Test
    void a_visit_of_an_unknown_household() {
        posts(good().with("householdId", UUID.randomUUID().toString()).json()).isProblem(404, "not-found");
    }

    @Test
    void somebody_elses_household_looks_like_none_at_all() {
        VisitBody visit = aVisit().achieved("SAFE", elsewhere.residents().get(0));

        Reply theirs = posts(visit.to(elsewhere).json()).isProblem(404, "not-found");
        Reply nobodys =
                posts(visit.with("householdId", UUID.randomUUID().toString()).json());

        assertThat(theirs.bytes()).isEqualTo(nobodys.bytes());
    }

    @Test
    void somebody_elses_hamlet_looks_like_none_at_all() {
        VisitBody session = aVisit().doing(Map.of("service", "MEETING", "outcome", "ACHIEVED"));

        Reply theirs = posts(session.in(TestWorld.XOM_DONG.id()).json()).isProblem(404, "not-found");
        Reply nobodys =
                posts(session.with("hamletId", UUID.randomUUID().toString()).json());
        assertThat(theirs.bytes()).isEqualTo(nobodys.bytes());

        Reply listed = api.as("lan").gets(PATH + "?hamlet=" + TestWorld.XOM_DONG.id());
        assertThat(listed.bytes())
                .isEqualTo(api.as("lan")
                        .gets(PATH + "?hamlet=" + UUID.randomUUID())
                        .bytes());
    }

    @Test
    void an_activity_for_a_resident_of_another_household() {
        posts(good().achieved("SAFE", neighbours.residents().get(0)).json())
                .isProblem(422, "invalid")
                .blames("/activities/1/residentId unknown-resident");
    }

    @Test
    void an_outcome_that_the_service_does_not_have() {
        posts(good().did("SKILL", wife, "REFERRED").json())
                .isProblem(422, "invalid")
                .blames("/activities/1/outcome not-allowed");
        posts(good().doing(Map.of("service", "DEVICE", "outcome", "ACHIEVED")).json())
                .isProblem(422, "invalid")
                .blames("/activities/1/step required");
        posts(good().doing(Map.of("service", "PAY_BILL", "outcome", "ACHIEVED", "step", "flying"))
                        .json())
                .isProblem(422, "invalid")
                .blames("/activities/1/step not-allowed");
    }

    @Test
    void a_service_that_nobody_offers_or_that_belongs_elsewhere() {
        posts(good().achieved("DANCING", wife).json())
                .isProblem(422, "invalid")
                .blames("/activities/1/service unknown-service");
        posts(good().doing(Map.of("service", "MEETING", "outcome", "ACHIEVED")).json())
                .isProblem(422, "invalid")
                .blames("/activities/1/service wrong-place");
    }

    @Test
    void a_block_without_a_reason_and_a_reason_without_a_block() {
        posts(good().did("PAY_ACC", wife, "BLOCKED").json())
                .isProblem(422, "invalid")
                .blames("/activities/1/reason required");
        posts(good().doing(Map.of("service", "PAY_BILL", "outcome", "ACHIEVED", "reason", "NO_PHONE"))
                        .json())
                .isProblem(422, "invalid")
                .blames("/activities/1/reason not-wanted");
    }

    @Test
    void a_task_or_a_corrected_visit_that_is_not_this_households() {
        posts(good().with("taskId", UUID.randomUUID().toString()).json())
                .isProblem(422, "invalid")
                .blames("/taskId unknown-task");
    }

    @Test
    void a_token_of_the_wrong_role_or_none() {
        api.as("bao").posts(PATH, good().json()).isProblem(403, "forbidden");
        api.asNobody().posts(PATH, good().json()).isProblem(401, "unauthenticated");
    }

    @Test
    void a_page_token_that_is_not_ours() {
        api.as("lan").gets(PATH + "?after=nonsense").isProblem(422, "invalid").blames("/after page-token");
        api.as("lan").gets(PATH + "?limit=501").isProblem(422, "invalid").blames("/limit range");
        api.as("lan").gets(PATH + "?colour=red").isProblem(400, "malformed").blames("/colour unknown-parameter");
    }
}
