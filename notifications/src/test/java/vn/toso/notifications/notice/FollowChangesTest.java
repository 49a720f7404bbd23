package vn.toso.notifications.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.TestWorld.TEAM;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.WorkingWorld.SOON;
import static vn.toso.domain.world.WorkingWorld.await;
import static vn.toso.notifications.notice.NoticeKind.TASK_ASSIGNED;
import static vn.toso.notifications.notice.NoticeKind.TASK_CANCELLED;
import static vn.toso.notifications.notice.NoticeKind.TASK_REASSIGNED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import vn.toso.domain.campaign.Campaign;
import vn.toso.domain.campaign.CampaignState;
import vn.toso.domain.campaign.ShareRule;
import vn.toso.domain.change.Change;
import vn.toso.domain.id.CampaignId;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.task.Task;
import vn.toso.domain.task.TaskAction;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.TestTasks;

/** Who is told what of tasks, whoever tells it how often. */
class FollowChangesTest {

    private NoticeWorld world;

    @BeforeEach
    void open() {
        world = NoticeWorld.open("FollowChanges");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void who_is_given_a_task_is_told_and_nobody_else() {
        Task task = world.givenToLan(TODAY.plusDays(10));
        world.settle();

        assertThat(world.of(LAN)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(TASK_ASSIGNED);
            assertThat(notice.subject()).isEqualTo(task.id().value());
            assertThat(notice.at()).isEqualTo(task.assignedAt());
            assertThat(notice.facts())
                    .containsEntry(Fact.PLACE, "Xóm 1")
                    .containsEntry(Fact.DUE, TODAY.plusDays(10).toString());
            assertThat(notice.isUnread()).isTrue();
        });
        assertThat(world.count()).isEqualTo(1);
    }

    @Test
    void what_somebody_does_to_the_own_task_needs_no_telling() {
        Task own = world.given(HOA, null, null);
        Task accepted = world.givenToLan(null);
        world.moved(LAN, accepted.id(), TaskAction.ACCEPT);
        world.moved(HOA, own.id(), TaskAction.CANCEL);
        world.settle();

        assertThat(world.count()).isZero();
    }

    @Test
    void who_was_told_of_a_task_is_told_when_it_goes_to_somebody_else() {
        Task task = world.givenToLan(null);
        world.settle();
        world.clock.advance(Duration.ofMinutes(1));
        world.reassigned(task.id(), MINH, null);
        world.settle();
        world.clock.advance(Duration.ofMinutes(1));
        world.moved(MINH, task.id(), TaskAction.ACCEPT);
        world.settle();

        assertThat(world.kindsOf(LAN)).containsExactly(TASK_REASSIGNED, TASK_ASSIGNED);
        assertThat(world.kindsOf(MINH)).containsExactly(TASK_ASSIGNED);
    }

    @Test
    void who_gets_a_task_back_is_told_again_and_so_when_it_goes_again() {
        Task task = world.givenToLan(null);
        world.settle();
        for (var next : List.of(MINH, LAN, MINH)) {
            world.clock.advance(Duration.ofMinutes(1));
            world.reassigned(task.id(), next, null);
            world.settle();
        }

        assertThat(world.kindsOf(LAN)).containsExactly(TASK_REASSIGNED, TASK_ASSIGNED, TASK_REASSIGNED, TASK_ASSIGNED);
        assertThat(world.kindsOf(MINH)).containsExactly(TASK_ASSIGNED, TASK_REASSIGNED, TASK_ASSIGNED);
    }

    @Test
    void who_never_heard_of_a_task_need_not_hear_that_it_went() {
        Task task = world.givenToLan(null);
        world.clock.advance(Duration.ofMinutes(1));
        world.reassigned(task.id(), MINH, null);
        world.settle();

        assertThat(world.of(LAN)).isEmpty();
        assertThat(world.kindsOf(MINH)).containsExactly(TASK_ASSIGNED);
    }

    @Test
    void a_cancelled_task_is_told_to_who_has_it_now() {
        Task task = world.givenToLan(null);
        world.settle();
        world.clock.advance(Duration.ofMinutes(1));
        world.reassigned(task.id(), MINH, null);
        world.settle();
        world.clock.advance(Duration.ofMinutes(1));
        world.moved(HOA, task.id(), TaskAction.CANCEL);
        world.settle();

        assertThat(world.kindsOf(LAN)).containsExactly(TASK_REASSIGNED, TASK_ASSIGNED);
        assertThat(world.kindsOf(MINH)).containsExactly(TASK_CANCELLED, TASK_ASSIGNED);
    }

    @Test
    void a_whole_team_hears_of_its_task_and_not_that_one_of_them_claimed_it() {
        Task task = world.given(null, TEAM.id(), null);
        world.settle();
        world.moved(LAN, task.id(), TaskAction.CLAIM);
        world.settle();

        assertThat(world.kindsOf(LAN)).containsExactly(TASK_ASSIGNED);
        assertThat(world.kindsOf(MINH)).containsExactly(TASK_ASSIGNED);

        world.clock.advance(Duration.ofMinutes(1));
        world.reassigned(task.id(), MINH, null);
        world.settle();
        assertThat(world.kindsOf(LAN)).containsExactly(TASK_REASSIGNED, TASK_ASSIGNED);
        assertThat(world.kindsOf(MINH)).containsExactly(TASK_ASSIGNED, TASK_ASSIGNED);
    }

    @Test
    void tasks_of_a_campaign_and_what_the_server_writes_tell_nothing_each() {
        Task byCampaign = ofCampaign(TestTasks.ofHousehold(world.aHome()));
        await(world.world.tasks.collection().insert(vn.toso.domain.world.TestWorld.actor(HOA), byCampaign));
        world.world.put(world.world.tasks.collection(), List.of(TestTasks.ofHousehold(world.aHome())));
        world.settle();

        assertThat(world.count()).isZero();
    }

    @Test
    void a_rule_that_is_switched_off_tells_nothing() {
        world.rule(Occasion.TASK_ASSIGNED, new NoticeRuleForm(false, null, null, List.of(Recipient.ASSIGNEE), false));
        world.givenToLan(null);
        world.settle();

        assertThat(world.count()).isZero();
    }

    @Test
    void replays_in_any_order_and_parts_make_each_notice_once() {
        long seed = System.nanoTime();
        Random dice = new Random(seed);
        List<Change> all = someWork();
        await(world.follower().handle(all));
        long once = world.count();

        for (int i = 0; i < 5; i++) {
            List<Change> shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, dice);
            int cut = dice.nextInt(shuffled.size());
            await(world.follower().handle(shuffled.subList(0, cut)));
            await(world.follower().handle(shuffled));
        }
        assertThat(world.count()).as("seed " + seed).isEqualTo(once).isEqualTo(40);
    }

    @Test
    void two_nodes_with_the_same_changes_make_each_notice_once() {
        List<Change> all = someWork();

        Flux.range(0, 2)
                .flatMap(node -> world.follower().handle(all).subscribeOn(Schedulers.parallel()))
                .blockLast(SOON);

        assertThat(world.count()).isEqualTo(40);
        assertThat(logged()).isEqualTo(40);
    }

    @Test
    void a_node_that_died_half_way_leaves_nothing_out() {
        List<Change> all = someWork();
        FollowChanges dying = world.follower();
        // It wrote the notices of a part and never noted that.
        await(dying.handle(all.subList(0, all.size() / 3)));

        await(world.follower().handle(all));

        assertThat(world.count()).isEqualTo(40);
    }

    @Test
    void a_campaign_tells_once_how_many_tasks_somebody_has_and_once_that_it_is_over() {
        CampaignId id = new CampaignId(Names.uuid("campaign"));
        for (int i = 0; i < 5; i++) {
            Task task = ofCampaign(TestTasks.ofHousehold(world.aHome()));
            world.world.put(world.world.tasks.collection(), List.of(task));
        }
        for (CampaignState state : List.of(CampaignState.LAUNCHING, CampaignState.RUNNING, CampaignState.RUNNING)) {
            stand(id, state);
            world.settle();
        }

        assertThat(world.of(LAN)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.CAMPAIGN_LAUNCHED);
            assertThat(notice.subject()).isEqualTo(id.value());
            assertThat(notice.facts()).containsEntry(Fact.COUNT, "5").containsEntry(Fact.NAME, "Tháng VNeID");
        });
        stand(id, CampaignState.ENDING);
        world.settle();
        stand(id, CampaignState.ENDED);
        world.settle();
        assertThat(world.kindsOf(LAN))
                .containsExactlyInAnyOrder(NoticeKind.CAMPAIGN_LAUNCHED, NoticeKind.CAMPAIGN_ENDED);
        assertThat(world.of(MINH)).isEmpty();
    }

    /** Writes the campaign as it stands at one of its states. */
    private void stand(CampaignId id, CampaignState state) {
        var campaigns = world.campaigns.collection();
        Campaign found = await(campaigns.find(id));
        boolean over = state.isOver();
        Campaign next = new Campaign(
                id,
                found == null ? Revision.NONE : found.revision(),
                "Tháng VNeID",
                List.of("VNEID_ACT"),
                List.of(XOM_1.id()),
                TODAY,
                TODAY.plusDays(20),
                null,
                ShareRule.EVENLY,
                state,
                HOA.id(),
                NOW,
                HOA.id(),
                NOW,
                new Campaign.Sharing(TODAY, 1, 1, XOM_1.id(), 5, state != CampaignState.LAUNCHING),
                over ? NOW.plusSeconds(60) : null,
                over ? HOA.id() : null,
                false);
        var hoa = vn.toso.domain.world.TestWorld.actor(HOA);
        await(found == null ? campaigns.insert(hoa, next) : campaigns.replace(hoa, next));
    }

    private static Task ofCampaign(Task task) {
        return new Task(
                task.id(),
                task.revision(),
                task.kind(),
                task.hamletId(),
                task.householdId(),
                task.services(),
                task.assigneeId(),
                task.teamId(),
                task.assignedBy(),
                task.assignedAt(),
                null,
                task.priority(),
                task.due(),
                null,
                task.state(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                new CampaignId(Names.uuid("campaign")),
                false);
    }

    /** Twenty tasks to Lan, twenty to Minh. */
    private List<Change> someWork() {
        for (int i = 0; i < 20; i++) {
            world.givenToLan(null);
            world.given(MINH, null, TODAY.plusDays(i));
        }
        return world.news();
    }

    private long logged() {
        return world.world.changes().stream()
                .filter(change -> change.kind().equals(Notices.KIND))
                .count();
    }
}
