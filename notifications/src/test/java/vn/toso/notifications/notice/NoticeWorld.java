package vn.toso.notifications.notice;

import static com.mongodb.client.model.Filters.eq;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import vn.toso.domain.access.Actor;
import vn.toso.domain.campaign.Campaigns;
import vn.toso.domain.change.Change;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.sync.Mutations;
import vn.toso.domain.sync.Quarantine;
import vn.toso.domain.task.AssignTasks;
import vn.toso.domain.task.MoveTask;
import vn.toso.domain.task.Priority;
import vn.toso.domain.task.Task;
import vn.toso.domain.task.TaskAction;
import vn.toso.domain.task.TaskKind;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.HouseholdBuilder;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.WorkingWorld;

/** {@link WorkingWorld} with notices. Nothing runs by itself. */
public final class NoticeWorld implements AutoCloseable {

    public final MovingClock clock = new MovingClock();
    public final WorkingWorld world;
    public final Notices notices;
    final NoticeRules rules;
    final AmendNoticeRule amendRule;
    final Inbox inbox;
    final Campaigns campaigns;
    final Quarantine quarantine;
    final Mutations mutations;
    private int seen;

    private NoticeWorld(String name) {
        world = WorkingWorld.open(name, clock);
        notices = new Notices(world.store, world.log, clock);
        rules = new NoticeRules(world.store, world.log, clock);
        amendRule = new AmendNoticeRule(rules);
        inbox = new Inbox(notices, clock);
        campaigns = new Campaigns(world.store, world.log, world.people.trees, clock);
        quarantine = new Quarantine(world.store, world.log, clock);
        mutations = new Mutations(world.store);
        await(world.log.createIndexes().then(mutations.createIndexes()));
    }

    public static NoticeWorld open(String name) {
        return new NoticeWorld(name);
    }

    /** The follower of one more node. */
    FollowChanges follower() {
        return new FollowChanges(
                notices,
                rules,
                world.tasks,
                world.people.teams,
                campaigns,
                quarantine,
                world.people.members,
                world.people.trees,
                clock);
    }

    /** The reminders of one more node. */
    Reminders reminders() {
        return new Reminders(
                world.store,
                world.tasks,
                world.people.teams,
                world.people.members,
                world.people.trees,
                rules,
                notices,
                clock);
    }

    /** What was logged since the last time. */
    List<Change> news() {
        List<Change> all = world.changes();
        List<Change> news = all.subList(seen, all.size());
        seen = all.size();
        return List.copyOf(news);
    }

    /** Makes the notices of all that was logged since the last time. */
    void settle() {
        await(follower().handle(news()));
    }

    /** What a member was told, the latest first. */
    public List<Notice> of(Member member) {
        return Flux.from(notices.collection().documents().find(eq("recipient", member.id())))
                .sort((one, other) -> other.at().compareTo(one.at()))
                .collectList()
                .block(WorkingWorld.SOON);
    }

    List<NoticeKind> kindsOf(Member member) {
        return of(member).stream().map(Notice::kind).toList();
    }

    long count() {
        return Flux.from(notices.collection().documents().find()).count().block(WorkingWorld.SOON);
    }

    Household aHome() {
        return world.people
                .put(HouseholdBuilder.aHousehold("Vi Văn Thông")
                        .id(new vn.toso.domain.id.HouseholdId(UUID.randomUUID())))
                .get(0);
    }

    /** A task that Hoa gives. */
    Task given(@Nullable Member assignee, @Nullable TeamId team, @Nullable LocalDate due) {
        AssignTasks.Command command = new AssignTasks.Command(
                TaskKind.VISIT_HOUSEHOLD,
                aHome().id(),
                List.of(),
                null,
                List.of(),
                assignee == null ? null : assignee.id(),
                team,
                Priority.NORMAL,
                due,
                null);
        return await(world.assignTasks.assign(actor(TestWorld.HOA), command)).get(0);
    }

    Task givenToLan(@Nullable LocalDate due) {
        return given(TestWorld.LAN, null, due);
    }

    Task moved(Member by, TaskId task, TaskAction action) {
        String reason = action == TaskAction.CANCEL || action == TaskAction.DECLINE ? "hộ đi vắng" : null;
        return await(world.moveTask.move(actor(by), new MoveTask.Command(task, action, reason, null, null, null)));
    }

    Task reassigned(TaskId task, @Nullable Member to, @Nullable TeamId team) {
        return await(world.moveTask.move(
                actor(TestWorld.HOA),
                new MoveTask.Command(task, TaskAction.REASSIGN, null, to == null ? null : to.id(), team, null)));
    }

    void rule(Occasion occasion, NoticeRuleForm form) {
        Actor anh = actor(TestWorld.PROVINCE_ADMIN);
        await(amendRule.put(anh, occasion.name(), null, form));
    }

    @Override
    public void close() {
        world.close();
    }
}
