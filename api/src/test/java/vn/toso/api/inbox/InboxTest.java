package vn.toso.api.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.MemberBuilder.aMember;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Caller;
import vn.toso.api.Reply;
import vn.toso.api.World;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.Eventually;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.TestWorld;

/** From an assigned task to the inbox of who has it. */
@ApiTest
class InboxTest {

    private static final IdSource IDS = IdSource.timeOrdered();
    private final LocalDate due = LocalDate.now(Days.ZONE).plusDays(9);

    @Autowired
    private Api api;

    @Autowired
    private World world;

    private String handle;
    private Member member;

    @BeforeEach
    void somebodyNew() {
        handle = "inbox-" + UUID.randomUUID();
        member = world.put(aMember("Lô Thị " + handle).in(TestWorld.XOM_1.id()), handle);
    }

    private Caller self() {
        return api.as(handle);
    }

    private String given() {
        Household home = world.put(aHousehold("Vi Văn Thông").id(new HouseholdId(IDS.next())))
                .get(0);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", "VISIT_HOUSEHOLD");
        body.put("householdId", home.id().toString());
        body.put("assigneeId", member.id().toString());
        body.put("due", due.toString());
        return api.asHoa().posts("/v1/tasks", body).is(201).at("/id");
    }

    private void hasUnread(int many) {
        Eventually.holds(
                () -> assertThat(self().gets("/v1/me").is(200).at("/unread")).isEqualTo(String.valueOf(many)));
    }

    @Test
    void an_assigned_task_is_in_the_inbox_in_the_language_asked_for() {
        String task = given();
        hasUnread(1);

        Reply inbox = self().gets("/v1/inbox").is(200);
        assertThat(inbox.at("/items/0/kind")).isEqualTo("TASK_ASSIGNED");
        assertThat(inbox.at("/items/0/subject")).isEqualTo(task);
        assertThat(inbox.at("/items/0/facts/task")).isEqualTo(task);
        assertThat(inbox.at("/items/0/title")).isEqualTo("Việc mới được giao");
        assertThat(inbox.at("/items/0/body"))
                .isEqualTo("Bạn được giao một việc ở Xóm 1, hạn "
                        + due.format(DateTimeFormatter.ofPattern("dd/MM/yyyy")) + ".");
        assertThat(inbox.json().at("/items/0").has("readAt")).isFalse();
        assertThat(inbox.json().has("next")).isFalse();
        assertThat(self().inEnglish().gets("/v1/inbox").is(200).at("/items/0/title"))
                .isEqualTo("A new task");
        // Phones say which language and country: vi-VN, en-GB.
        assertThat(self().with("Accept-Language", "en-GB,en;q=0.8")
                        .gets("/v1/inbox")
                        .is(200)
                        .at("/items/0/title"))
                .isEqualTo("A new task");
    }

    @Test
    void reading_moves_a_notice_behind_the_unread_ones_and_counts_once() {
        given();
        hasUnread(1);
        String first = self().gets("/v1/inbox").at("/items/0/id");
        given();
        hasUnread(2);

        Reply read = self().posts("/v1/inbox/" + first + "/read").is(200);
        Reply again = self().posts("/v1/inbox/" + first + "/read").is(200);

        assertThat(read.at("/readAt")).isNotEmpty();
        assertThat(again.bytes()).isEqualTo(read.bytes());
        assertThat(read.header("ETag")).isEqualTo("\"2\"");
        hasUnread(1);
        Reply page = self().gets("/v1/inbox?limit=1").is(200);
        assertThat(page.at("/items/0/id")).isNotEqualTo(first);
        Reply next = self().gets("/v1/inbox?limit=1&after=" + page.at("/next")).is(200);
        assertThat(next.at("/items/0/id")).isEqualTo(first);
        assertThat(next.json().has("next")).isFalse();
    }

    @Test
    void another_ones_notice_does_not_exist() {
        given();
        hasUnread(1);
        String id = self().gets("/v1/inbox").at("/items/0/id");

        for (Caller other : List.of(api.asHoa(), api.asAnh(), api.asThuy())) {
            other.posts("/v1/inbox/" + id + "/read").isProblem(404, "not-found");
            assertThat(other.gets("/v1/inbox?limit=500").is(200).toString()).doesNotContain(id);
        }
        self().posts("/v1/inbox/" + UUID.randomUUID() + "/read").isProblem(404, "not-found");
        self().posts("/v1/inbox/nonsense/read").isProblem(400, "malformed");
        self().gets("/v1/inbox?after=nonsense").isProblem(422, "invalid").blames("/after page-token");
        self().gets("/v1/inbox?limit=0").isProblem(422, "invalid").blames("/limit range");
        hasUnread(1);
    }

    @Test
    void notices_come_with_synchronisation_and_only_to_whom_they_are_for() {
        Reply before = self().gets("/v1/sync/pull?limit=2000").is(200);
        String ofHoa = api.asHoa().gets("/v1/sync/pull?limit=2000").is(200).at("/next");
        String ofAnh = api.asAnh().gets("/v1/sync/pull?limit=2000").is(200).at("/next");
        given();
        hasUnread(1);

        Reply pulled = self().inEnglish()
                .gets("/v1/sync/pull?after=" + before.at("/next"))
                .is(200);
        JsonNode notice = notices(pulled).get(0);
        assertThat(notices(pulled)).hasSize(1);
        assertThat(notice.at("/op").asString()).isEqualTo("put");
        assertThat(notice.at("/body/title").asString()).isEqualTo("A new task");

        String id = notice.path("id").asString();
        self().posts("/v1/inbox/" + id + "/read").is(200);
        Reply later = self().gets("/v1/sync/pull?after=" + pulled.at("/next")).is(200);
        assertThat(notices(later))
                .singleElement()
                .satisfies(changed ->
                        assertThat(changed.at("/body/readAt").asString()).isNotEmpty());
        Reply fresh = self().gets("/v1/sync/pull?limit=2000").is(200);
        assertThat(notices(fresh)).hasSize(1);

        assertThat(api.asHoa().gets("/v1/sync/pull?after=" + ofHoa).is(200).toString())
                .doesNotContain(id);
        assertThat(api.asAnh().gets("/v1/sync/pull?after=" + ofAnh).is(200).toString())
                .doesNotContain(id);
    }

    private static List<JsonNode> notices(Reply pulled) {
        return pulled.json()
                .path("changes")
                .valueStream()
                .filter(change -> change.path("kind").asString().equals("notice"))
                .toList();
    }
}
