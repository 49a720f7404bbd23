package vn.toso.domain.campaign;

import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import vn.toso.domain.change.Change;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.CampaignId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.task.Task;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.WorkingWorld;

/** {@link WorkingWorld} in which campaigns are run. */
final class CampaignWorld implements AutoCloseable {

    final MovingClock clock = new MovingClock();
    final WorkingWorld world;
    final Campaigns campaigns;
    final PlanCampaign plan;
    final PreviewCampaign preview;
    final MoveCampaign move;
    private int seen;

    CampaignWorld(String name) {
        world = WorkingWorld.open(name, clock);
        campaigns = new Campaigns(world.store, world.log, world.people.trees, clock);
        await(campaigns.collection().createIndexes());
        plan = new PlanCampaign(campaigns, world.people.trees, world.people.catalogues, IdSource.timeOrdered(), clock);
        preview = new PreviewCampaign(
                campaigns,
                plan,
                world.tasks,
                world.people.households,
                world.people.members,
                world.people.teams,
                world.people.trees,
                world.people.catalogues,
                clock);
        move = new MoveCampaign(campaigns, clock);
    }

    /** One more node. */
    RunCampaigns runner() {
        return new RunCampaigns(
                campaigns,
                world.tasks,
                world.people.households,
                world.people.members,
                world.people.teams,
                world.people.trees,
                world.people.catalogues,
                clock);
    }

    JoinCampaigns joining() {
        return new JoinCampaigns(
                campaigns,
                world.tasks,
                world.people.households,
                world.people.members,
                world.people.teams,
                world.people.trees,
                world.people.catalogues,
                clock);
    }

    static CampaignForm form(List<String> services, AreaId... areas) {
        return form(services, TODAY.plusDays(20), ShareRule.EVENLY, areas);
    }

    static CampaignForm form(List<String> services, LocalDate to, ShareRule rule, AreaId... areas) {
        return new CampaignForm("Đợt cao điểm", services, List.of(areas), TODAY.minusDays(1), to, null, rule);
    }

    Campaign draft(Member by, CampaignForm form) {
        return await(plan.plan(actor(by), form));
    }

    /** Launched, with all its tasks made. */
    Campaign launch(Member by, CampaignForm form) {
        CampaignId id = draft(by, form).id();
        await(move.launch(actor(by), id, null));
        runAll();
        return stored(id);
    }

    void runAll() {
        RunCampaigns runner = runner();
        while (await(runner.run())) {
            // There is more to do at once.
        }
    }

    /** Lets what follows happen: progress on households, completed tasks, households that join. */
    void follow() {
        world.settle();
        List<Change> all = world.changes();
        await(joining().handle(all.subList(seen, all.size())));
        seen = all.size();
        world.settle();
    }

    Campaign stored(CampaignId id) {
        return await(campaigns.collection().find(id));
    }

    List<Task> tasks(CampaignId id) {
        return await(Flux.from(world.tasks.collection().documents().find())
                .filter(task -> id.equals(task.campaignId()))
                .sort(Comparator.comparing(task -> task.id().value()))
                .collectList());
    }

    @Nullable
    Task taskOf(CampaignId id, HouseholdId household) {
        return tasks(id).stream()
                .filter(task -> household.equals(task.householdId()))
                .findFirst()
                .orElse(null);
    }

    /** How many tasks each has. */
    Map<String, Integer> shares(CampaignId id, Member... members) {
        Map<String, Integer> shares = new TreeMap<>();
        for (Task task : tasks(id)) {
            shares.merge(nameOf(task.assigneeId(), members), 1, Integer::sum);
        }
        return shares;
    }

    private static String nameOf(@Nullable MemberId id, Member... members) {
        return Stream.of(members)
                .filter(member -> member.id().equals(id))
                .map(Member::name)
                .findFirst()
                .orElse("?");
    }

    /** Entries of the log about this campaign's tasks. */
    List<Change> taskChanges() {
        return new ArrayList<>(world.changes().stream()
                .filter(change -> change.kind().equals("task"))
                .toList());
    }

    @Override
    public void close() {
        world.close();
    }
}
