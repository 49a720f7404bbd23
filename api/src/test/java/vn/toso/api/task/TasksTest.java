package vn.toso.api.task;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.api.task.TaskBodies.aTask;
import static vn.toso.api.task.TaskBodies.aTaskForLan;
import static vn.toso.api.task.TaskBodies.aTaskForTheTeam;
import static vn.toso.api.task.TaskBodies.tomorrow;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Documents;
import vn.toso.api.Reply;
import vn.toso.api.World;
import vn.toso.domain.household.Classification;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.world.TestWorld;

@ApiTest
class TasksTest {

    private static final IdSource IDS = IdSource.timeOrdered();
    private static final String PATH = "/v1/tasks";

    @Autowired
    Api api;

    @Autowired
    World world;

    @Autowired
    Documents documents;

    private Household home;

    @BeforeEach
    void aHouseholdOfItsOwn() {
        home = aHome("Vi Văn Thông");
    }

    private Household aHome(String head) {
        return world.put(aHousehold(head)
                        .id(new HouseholdId(IDS.next()))
                        .with(aResident("Lô Thị Xuân").id(new ResidentId(IDS.next()))))
                .get(0);
    }

    private String given(Map<String, Object> body) {
        return PATH + "/" + api.as("hoa").posts(PATH, body).is(201).at("/id");
    }

    @Test
    void a_leader_hands_out_a_task_and_its_assignee_finds_it() {
        Reply made = api.as("hoa").posts(PATH, aTaskForLan(home)).is(201);

        JsonNode task = made.json();
        assertThat(made.header("Location"))
                .isEqualTo(PATH + "/" + task.get("id").asString());
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        assertThat(task.get("kind").asString()).isEqualTo("VISIT_HOUSEHOLD");
        assertThat(task.get("householdId").asString()).isEqualTo(home.id().toString());
        assertThat(task.get("hamletId").asString())
                .isEqualTo(TestWorld.XOM_1.id().toString());
        assertThat(task.get("services").toString()).isEqualTo("[\"PAY_BILL\"]");
        assertThat(task.get("assigneeId").asString())
                .isEqualTo(TestWorld.LAN.id().toString());
        assertThat(task.get("teamId").isNull()).isTrue();
        assertThat(task.get("assignedBy").asString())
                .isEqualTo(TestWorld.HOA.id().toString());
        assertThat(task.get("priority").asString()).isEqualTo("NORMAL");
        assertThat(task.get("due").asString()).isEqualTo(tomorrow().toString());
        assertThat(task.get("state").asString()).isEqualTo("ASSIGNED");
        assertThat(task.get("overdue").asBoolean()).isFalse();
        assertThat(task.get("completedByVisit").isNull()).isTrue();
        assertThat(task.get("version").asLong()).isEqualTo(1);

        assertThat(idsAt("lan", "?assignee=me&state=ASSIGNED&limit=500"))
                .contains(task.get("id").asString());
        assertThat(idsAt("minh", "?limit=500")).doesNotContain(task.get("id").asString());
        assertThat(api.as("lan")
                        .gets(PATH + "/" + task.get("id").asString())
                        .is(200)
                        .bytes())
                .isEqualTo(made.bytes());
    }

    @Test
    void many_tasks_come_from_a_list_of_households() {
        Household other = aHome("Lương Văn Tám");
        Map<String, Object> body = aTaskForTheTeam(home);
        body.remove("householdId");
        body.put("householdIds", List.of(home.id().toString(), other.id().toString()));

        JsonNode made = api.as("hoa").posts(PATH, body).is(201).json();

        assertThat(made.get("items")).hasSize(2);
        assertThat(made.at("/items/0/householdId").asString())
                .isEqualTo(home.id().toString());
        assertThat(made.at("/items/1/householdId").asString())
                .isEqualTo(other.id().toString());
    }

    @Test
    void a_hamlet_gets_a_task_for_each_household_that_still_lacks_the_service() {
        Household trader = aTraderWith("PAY_BILL");
        Household done = aTraderWith("PAY_QR");
        Map<String, Object> body = aTask("FOLLOW_UP");
        body.put("hamletId", TestWorld.XOM_5.id().toString());
        body.put("services", List.of("PAY_QR"));
        body.put("assigneeId", TestWorld.HOA.id().toString());

        JsonNode made = api.as("hoa").posts(PATH, body).is(201).json();

        List<String> households = new ArrayList<>();
        made.get("items").forEach(item -> households.add(item.get("householdId").asString()));
        assertThat(households)
                .contains(trader.id().toString())
                .doesNotContain(done.id().toString(), home.id().toString());
        api.as("hoa")
                .posts(PATH, with(body, "services", List.of("PAY_FEES")))
                .isProblem(422, "invalid")
                .blames("/hamletId no-households");
    }

    private Household aTraderWith(String achieved) {
        return world.put(aHousehold("Cao Văn Bảy")
                        .id(new HouseholdId(IDS.next()))
                        .in(TestWorld.XOM_5)
                        .classified(Classification.TRADER)
                        .achieved(achieved, tomorrow().minusDays(9)))
                .get(0);
    }

    @Test
    void a_meeting_is_one_task_of_the_hamlet() {
        Map<String, Object> body = aTask("HOLD_MEETING");
        body.put("hamletId", TestWorld.XOM_1.id().toString());
        body.put("assigneeId", TestWorld.LAN.id().toString());

        JsonNode made = api.as("hoa").posts(PATH, body).is(201).json();

        assertThat(made.get("items")).hasSize(1);
        assertThat(made.at("/items/0/householdId").isNull()).isTrue();
    }

    @Test
    void who_may_not_is_told_so_and_who_may_not_see_is_told_nothing() {
        String task = given(aTaskForLan(home));

        api.as("lan").posts(PATH, aTaskForLan(home)).isProblem(403, "forbidden");
        api.as("lan").posts(task + "/cancel", Map.of("reason", "Không muốn")).isProblem(403, "forbidden");
        Reply theirs = api.as("thuy").posts(task + "/accept").isProblem(404, "not-found");
        Reply nobodys = api.as("thuy").posts(PATH + "/" + UUID.randomUUID() + "/accept");
        assertThat(theirs.bytes()).isEqualTo(nobodys.bytes());
        assertThat(api.as("thuy").gets(task).bytes())
                .isEqualTo(api.as("thuy").gets(PATH + "/" + UUID.randomUUID()).bytes());
    }

    @Test
    void bad_work_is_not_handed_out() {
        String before = documents.of("tasks", "task");

        bad(with(aTaskForLan(home), "colour", "red"), 400, "malformed", "/colour unknown-field");
        bad(with(aTaskForLan(home), "kind", "DANCE"), 400, "malformed", "/kind not-one-of");
        bad(with(aTaskForLan(home), "due", "30/11/2026"), 400, "malformed", "/due not-a-date");
        bad(with(aTaskForLan(home), "due", "2026-02-30"), 400, "malformed", "/due not-a-date");
        bad(with(aTaskForLan(home), "due", "2020-01-01"), 422, "invalid", "/due in-the-past");
        bad(with(aTaskForLan(home), "services", List.of("DANCING")), 422, "invalid", "/services/0 unknown-service");
        bad(
                with(aTaskForLan(home), "hamletId", TestWorld.XOM_1.id().toString()),
                422,
                "invalid",
                "/hamletId not-wanted");
        bad(
                with(aTaskForLan(home), "assigneeId", UUID.randomUUID().toString()),
                422,
                "invalid",
                "/assigneeId no-member-there");
        Map<String, Object> nobody = aTaskForLan(home);
        nobody.remove("assigneeId");
        bad(nobody, 422, "invalid", "/assigneeId required");
        api.as("hoa")
                .posts(
                        PATH,
                        with(aTaskForLan(home), "householdId", UUID.randomUUID().toString()))
                .isProblem(404, "not-found");

        assertThat(documents.of("tasks", "task")).isEqualTo(before);
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        body.put(field, value);
        return body;
    }

    private void bad(Map<String, Object> body, int status, String code, String... blamed) {
        api.as("hoa").posts(PATH, body).isProblem(status, code).blames(blamed);
        api.as("hoa").inEnglish().posts(PATH, body).isProblem(status, code).blames(blamed);
    }

    @Test
    void lists_show_what_is_due_first_at_the_top_and_what_is_open_ended_last() {
        Map<String, Object> openEnded = aTaskForLan(home);
        openEnded.remove("due");
        List<String> wanted = new ArrayList<>();
        String last = given(openEnded);
        String third =
                given(with(aTaskForLan(home), "due", tomorrow().plusDays(2).toString()));
        String second =
                given(with(aTaskForLan(home), "due", tomorrow().plusDays(1).toString()));
        String first = given(aTaskForLan(home));
        Stream.of(first, second, third, last)
                .map(path -> path.substring(PATH.length() + 1))
                .forEach(wanted::add);

        List<String> listed = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = api.as("lan")
                    .gets(PATH + "?assignee=me&limit=2" + after)
                    .is(200)
                    .json();
            page.get("items").forEach(item -> listed.add(item.get("id").asString()));
            after = page.has("next") ? "&after=" + page.get("next").asString() : "";
        } while (!after.isEmpty());

        assertThat(listed).containsSubsequence(wanted).doesNotHaveDuplicates();
        assertThat(idsAt("lan", "?due=" + tomorrow() + "&limit=500"))
                .contains(wanted.get(0))
                .doesNotContain(wanted.get(1));
    }

    @Test
    void filters_that_cannot_be_read_are_named() {
        api.as("lan").gets(PATH + "?assignee=her").isProblem(400, "malformed").blames("/assignee not-a-uuid");
        api.as("lan").gets(PATH + "?state=LOST").isProblem(400, "malformed").blames("/state not-one-of");
        api.as("lan").gets(PATH + "?due=soon").isProblem(400, "malformed").blames("/due not-a-date");
        api.as("lan").gets(PATH + "?after=soon").isProblem(422, "invalid").blames("/after page-token");
    }

    private List<String> idsAt(String who, String query) {
        List<String> ids = new ArrayList<>();
        api.as(who)
                .gets(PATH + query)
                .is(200)
                .json()
                .get("items")
                .forEach(item -> ids.add(item.get("id").asString()));
        return ids;
    }
}
