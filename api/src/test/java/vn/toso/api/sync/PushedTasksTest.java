package vn.toso.api.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.api.sync.PushBody.aMutation;
import static vn.toso.api.sync.PushBody.aPush;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Caller;
import vn.toso.api.Reply;
import vn.toso.api.World;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.world.TestWorld;

@ApiTest
class PushedTasksTest {

    private static final IdSource IDS = IdSource.timeOrdered();

    @Autowired
    Api api;

    @Autowired
    World world;

    private String task;

    @BeforeEach
    void aTaskForLan() {
        task = given("assigneeId", TestWorld.LAN.id());
    }

    private String given(String hands, Object id) {
        Household home = world.put(aHousehold("Vi Văn Thông").id(new HouseholdId(IDS.next())))
                .get(0);
        return api.asHoa()
                .posts(
                        "/v1/tasks",
                        Map.of(
                                "kind",
                                "VISIT_HOUSEHOLD",
                                "householdId",
                                home.id().toString(),
                                "services",
                                java.util.List.of("PAY_BILL"),
                                hands,
                                id.toString()))
                .is(201)
                .at("/id");
    }

    private Map<String, Object> moved(String action) {
        return aMutation("task." + action, 1, Map.of("taskId", task));
    }

    private Map<String, Object> declined() {
        return aMutation("task.decline", 1, Map.of("taskId", task, "reason", "Hộ đã chuyển đi"));
    }

    private static Reply pushes(Caller who, Object... mutations) {
        return who.posts("/v1/sync/push", aPush().with(mutations).json()).is(200);
    }

    private static String outcome(Reply reply) {
        return reply.at("/results/0/outcome");
    }

    private Reply asHoaSees() {
        return api.asHoa().gets("/v1/tasks/" + task).is(200);
    }

    private void cancelled() {
        api.asHoa()
                .posts("/v1/tasks/" + task + "/cancel", Map.of("reason", "trùng"))
                .is(200);
    }

    private void reassigned() {
        api.asHoa()
                .posts(
                        "/v1/tasks/" + task + "/reassign",
                        Map.of("assigneeId", TestWorld.MINH.id().toString()))
                .is(200);
    }

    @Test
    void steps_taken_offline_arrive_in_one_request() {
        Reply reply = pushes(api.asLan(), moved("accept"), moved("start"), moved("complete"));

        for (int i = 0; i < 3; i++) {
            assertThat(reply.at("/results/" + i + "/outcome")).isEqualTo("applied");
        }
        assertThat(asHoaSees().at("/state")).isEqualTo("DONE");
        assertThat(outcome(pushes(api.asLan(), moved("accept")))).isEqualTo("applied");
        assertThat(asHoaSees().at("/version")).isEqualTo("4");
    }

    @Test
    void a_task_is_declined_with_its_reason_and_a_team_claims_one() {
        assertThat(outcome(pushes(api.asLan(), declined()))).isEqualTo("applied");
        assertThat(asHoaSees().at("/reason")).isEqualTo("Hộ đã chuyển đi");

        task = given("teamId", TestWorld.TEAM.id());
        assertThat(outcome(pushes(api.asMinh(), moved("claim")))).isEqualTo("applied");
        Reply late = pushes(api.asLan(), moved("claim"));
        assertThat(outcome(late)).isEqualTo("conflict");
        assertThat(late.at("/results/0/current/assigneeId"))
                .isEqualTo(TestWorld.MINH.id().toString());
    }

    @Test
    void work_for_a_task_that_was_cancelled_is_accepted_and_marked() {
        cancelled();
        Map<String, Object> done = moved("complete");

        assertThat(outcome(pushes(api.asLan(), done))).isEqualTo("applied");
        assertThat(outcome(pushes(api.asLan(), moved("complete")))).isEqualTo("applied");

        Reply seen = asHoaSees();
        assertThat(seen.at("/state")).isEqualTo("CANCELLED");
        assertThat(seen.json().path("lateWork").size()).isEqualTo(1);
        assertThat(seen.at("/lateWork/0/by")).isEqualTo(TestWorld.LAN.id().toString());
        assertThat(seen.at("/lateWork/0/action")).isEqualTo("COMPLETE");
        assertThat(seen.at("/lateWork/0/reportedAt").substring(0, 19))
                .isEqualTo(done.get("at").toString().substring(0, 19));
    }

    @Test
    void work_for_a_task_that_is_somebody_elses_by_now_is_accepted_and_marked() {
        reassigned();

        assertThat(outcome(pushes(api.asLan(), moved("start")))).isEqualTo("applied");

        assertThat(asHoaSees().at("/assigneeId")).isEqualTo(TestWorld.MINH.id().toString());
        assertThat(asHoaSees().at("/lateWork/0/action")).isEqualTo("START");
    }

    @Test
    void what_is_no_work_is_a_conflict_with_a_task_that_went_on_without_the_sender() {
        cancelled();
        Reply late = pushes(api.asLan(), declined());
        assertThat(outcome(late)).isEqualTo("conflict");
        assertThat(late.at("/results/0/current/state")).isEqualTo("CANCELLED");

        aTaskForLan();
        reassigned();
        Reply elsewhere = pushes(api.asLan(), moved("accept"));
        assertThat(outcome(elsewhere)).isEqualTo("conflict");
        assertThat(elsewhere.at("/results/0/current")).isEmpty();
    }

    @Test
    void a_task_that_was_never_the_senders_waits_for_a_leader_whether_it_exists_or_not() {
        Map<String, Object> nowhere =
                aMutation("task.complete", 1, Map.of("taskId", IDS.next().toString()));

        Reply reply = pushes(api.asMinh(), moved("complete"), nowhere);

        assertThat(reply.at("/results/0/outcome")).isEqualTo("quarantined");
        assertThat(reply.at("/results/1/outcome")).isEqualTo("quarantined");
        assertThat(reply.at("/results/0/problem")).isEqualTo(reply.at("/results/1/problem"));
    }
}
