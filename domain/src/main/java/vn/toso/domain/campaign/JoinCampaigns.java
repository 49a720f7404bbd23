package vn.toso.domain.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.Change;
import vn.toso.domain.change.ChangeListener;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Households;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.CampaignId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.service.Catalogues;
import vn.toso.domain.service.Service;
import vn.toso.domain.task.CampaignTasks;
import vn.toso.domain.task.Task;
import vn.toso.domain.task.Tasks;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Teams;

/**
 * Gives a household its task when it comes to have work to do for a campaign that is out: it was registered, moved here,
 * somebody joined it, or a visit made somebody eligible for the next step or was taken back. Cancels tasks that were
 * made, or opened again, while their campaign ended, and hands on those of members who leave.
 */
public final class JoinCampaigns implements ChangeListener {

    private final Campaigns campaigns;
    private final CampaignTasks tasks;
    private final Households households;
    private final ShareOut shareOut;
    private final HandOn handOn;
    private final AreaTrees trees;
    private final Clock clock;

    public JoinCampaigns(
            Campaigns campaigns,
            Tasks tasks,
            Households households,
            Members members,
            Teams teams,
            AreaTrees trees,
            Catalogues catalogues,
            Clock clock) {
        this.campaigns = campaigns;
        this.tasks = new CampaignTasks(tasks);
        this.households = households;
        this.shareOut = new ShareOut(tasks, this.tasks, households, members, teams, trees, catalogues, clock);
        this.handOn = new HandOn(campaigns, this.tasks, members, new HamletHands(members, teams, trees), clock);
        this.trees = trees;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "campaigns";
    }

    @Override
    public Mono<Void> handle(List<Change> changes) {
        List<HouseholdId> changedHouseholds =
                entities(changes, "household").stream().map(HouseholdId::new).toList();
        List<TaskId> changedTasks =
                entities(changes, "task").stream().map(TaskId::new).toList();
        List<MemberId> changedMembers =
                entities(changes, "member").stream().map(MemberId::new).toList();
        return join(changedHouseholds).then(handOn(changedMembers)).then(cancelLate(changedTasks));
    }

    private static Set<UUID> entities(List<Change> changes, String kind) {
        return changes.stream()
                .filter(change -> change.kind().equals(kind) && change.op() == Change.Op.PUT)
                .map(Change::entity)
                .collect(Collectors.toSet());
    }

    private Mono<Void> handOn(List<MemberId> changed) {
        return changed.isEmpty() ? Mono.empty() : handOn.from(changed);
    }

    private Mono<Void> join(List<HouseholdId> changed) {
        return changed.isEmpty()
                ? Mono.empty()
                : campaigns
                        .atWork()
                        .filter(campaign -> campaign.state().takesHouseholds())
                        .concatMap(campaign -> join(campaign, changed))
                        .then();
    }

    /** Most of those that change have their task, or nothing to do: that is found out first. */
    private Mono<Void> join(Campaign campaign, List<HouseholdId> changed) {
        LocalDate today = Days.today(clock);
        List<Service> wanted = shareOut.servicesOf(campaign);
        List<TaskId> ids = changed.stream()
                .map(household -> TaskId.of(campaign.id(), household))
                .toList();
        return tasks.present(ids)
                .collect(Collectors.toSet())
                .flatMapMany(present -> households
                        .collection()
                        .findAll(changed.stream()
                                .filter(household -> !present.contains(TaskId.of(campaign.id(), household)))
                                .toList()))
                .filter(household -> PlanCampaign.covers(campaign, andAbove(household.hamletId())))
                .filter(household -> !OpenUnits.of(household, wanted, today).isNone())
                .collectMultimap(Household::hamletId)
                .flatMap(byHamlet -> share(campaign, byHamlet));
    }

    private Mono<Void> share(Campaign campaign, Map<AreaId, Collection<Household>> byHamlet) {
        return Flux.fromIterable(byHamlet.entrySet())
                .concatMap(in -> shareOut.run(campaign, in.getKey(), in.getValue()))
                .then();
    }

    private Set<AreaId> andAbove(AreaId hamlet) {
        LocalDate today = Days.today(clock);
        Set<AreaId> areas = new HashSet<>(Set.of(hamlet));
        trees.current().pathOf(hamlet, today).forEach(above -> areas.add(above.id()));
        return areas;
    }

    private Mono<Void> cancelLate(List<TaskId> changed) {
        return tasks.openAmong(changed)
                .collectMultimap(JoinCampaigns::campaignOf)
                .flatMap(open -> campaigns
                        .collection()
                        .findAll(List.copyOf(open.keySet()))
                        .filter(campaign -> campaign.state().isOver())
                        .concatMap(over -> tasks.cancel(
                                List.copyOf(open.getOrDefault(over.id(), List.of())), RunCampaigns.reason(over)))
                        .then());
    }

    private static CampaignId campaignOf(Task task) {
        return Objects.requireNonNull(task.campaignId());
    }
}
