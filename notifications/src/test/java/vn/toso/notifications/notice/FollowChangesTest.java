package vn.toso.notifications.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.TEAM;
import static vn.toso.domain.world.TestWorld.TODAY;
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
import vn.toso.domain.change.Change;
import vn.toso.domain.task.Task;
import vn.toso.domain.task.TaskAction;

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
