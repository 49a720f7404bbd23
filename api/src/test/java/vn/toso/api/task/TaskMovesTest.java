package vn.toso.api.task;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.api.task.TaskBodies.aTaskForLan;
import static vn.toso.api.task.TaskBodies.aTaskForTheTeam;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.AtOnce;
import vn.toso.api.Reply;
import vn.toso.api.World;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.world.TestWorld;

/** A task from hand to hand: what each may do with it, and what is refused. */
@ApiTest
class TaskMovesTest {

    private static final IdSource IDS = IdSource.timeOrdered();
    private static final String PATH = "/v1/tasks";

    @Autowired
    Api api;

    @Autowired
    World world;

    private Household home;

    @BeforeEach
    void aHouseholdOfItsOwn() {
        home = world.put(aHousehold("Vi Văn Thông")
                        .id(new HouseholdId(IDS.next()))
                        .with(aResident("Lô Thị Xuân").id(new ResidentId(IDS.next()))))
                .get(0);
    }

    private String given(Map<String, Object> body) {
        return PATH + "/" + api.as("hoa").posts(PATH, body).is(201).at("/id");
    }

    @Test
    void a_task_goes_from_hand_to_hand_to_its_end() {
        String task = given(aTaskForLan(home));

        assertThat(api.as("lan").posts(task + "/accept").is(200).at("/state")).isEqualTo("ACCEPTED");
        Reply declined = api.as("lan")
                .posts(task + "/decline", Map.of("reason", "Hộ đi vắng"))
                .is(200);
        assertThat(declined.at("/state")).isEqualTo("DECLINED");
        assertThat(declined.at("/reason")).isEqualTo("Hộ đi vắng");
        Reply anew = api.as("hoa")
                .posts(
                        task + "/reassign",
                        Map.of("assigneeId", TestWorld.MINH.id().toString()))
                .is(200);
        assertThat(anew.at("/state")).isEqualTo("ASSIGNED");
        assertThat(anew.at("/assigneeId")).isEqualTo(TestWorld.MINH.id().toString());
        assertThat(api.as("minh").posts(task + "/start").is(200).at("/state")).isEqualTo("IN_PROGRESS");
        Reply done = api.as("minh").posts(task + "/complete").is(200);
        assertThat(done.at("/state")).isEqualTo("DONE");
        assertThat(done.at("/late")).isEqualTo("false");
        assertThat(done.header("ETag")).isEqualTo("\"" + done.at("/version") + "\"");
    }

    @Test
    void a_leader_takes_a_task_back() {
        String task = given(aTaskForLan(home));

        Reply gone = api.as("hoa")
                .posts(task + "/cancel", Map.of("reason", "Giao trùng"))
                .is(200);

        assertThat(gone.at("/state")).isEqualTo("CANCELLED");
        assertThat(gone.at("/reason")).isEqualTo("Giao trùng");
    }

    @Test
    void of_two_who_claim_at_once_one_wins() {
        String task = given(aTaskForTheTeam(home));

        List<Reply> replies =
                AtOnce.run(Stream.of("lan", "minh").map(who -> () -> api.as(who).posts(task + "/claim")));

        assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(1);
        assertThat(replies).filteredOn(reply -> reply.status() == 409).hasSize(1);
        String winner = api.as("hoa").gets(task).at("/assigneeId");
        Reply won = replies.get(replies.get(0).status() == 200 ? 0 : 1);
        assertThat(won.at("/assigneeId")).isEqualTo(winner);
        assertThat(won.at("/claimedUntil")).isNotEmpty();
    }

    @Test
    void a_step_that_a_task_cannot_make_is_a_conflict_and_writes_nothing() {
        String task = given(aTaskForLan(home));
        api.as("hoa").posts(task + "/cancel", Map.of("reason", "Giao trùng")).is(200);
        byte[] before = api.as("hoa").gets(task).bytes();

        Reply refused = api.as("lan").posts(task + "/accept").isProblem(409, "conflict");
        Reply english = api.as("lan").inEnglish().posts(task + "/accept").isProblem(409, "conflict");

        assertThat(english.at("/detail")).isNotEqualTo(refused.at("/detail"));
        assertThat(api.as("hoa").gets(task).bytes()).isEqualTo(before);
    }

    @Test
    void a_change_to_another_version_is_refused() {
        String task = given(aTaskForLan(home));

        api.as("lan").ifMatch(2).posts(task + "/accept").isProblem(412, "version-mismatch");
        api.as("lan").with("If-Match", "one").posts(task + "/accept").isProblem(400, "malformed");
        api.as("lan").ifMatch(1).posts(task + "/accept").is(200);
    }

    @Test
    void declining_needs_a_reason() {
        String task = given(aTaskForLan(home));

        api.as("lan")
                .posts(task + "/decline", Map.of("reason", "  "))
                .isProblem(422, "invalid")
                .blames("/reason required");
        api.as("lan")
                .posts(task + "/decline", Map.of())
                .isProblem(422, "invalid")
                .blames("/reason required");
        api.as("lan").posts(task + "/decline").isProblem(400, "malformed");
    }
}
