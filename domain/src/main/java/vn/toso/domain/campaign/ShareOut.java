package vn.toso.domain.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.campaign.HamletHands.Hands;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Households;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.service.Catalogues;
import vn.toso.domain.service.Service;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.task.CampaignTasks;
import vn.toso.domain.task.CampaignTasks.Held;
import vn.toso.domain.task.Priority;
import vn.toso.domain.task.Task;
import vn.toso.domain.task.TaskKind;
import vn.toso.domain.task.TaskState;
import vn.toso.domain.task.Tasks;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Teams;

/**
 * Gives the households of one hamlet their tasks of a campaign. A household's task has one id for ever, so that neither
 * another node, nor a second run, nor a household that was here before gets another; what is there already counts when
 * the rest is shared out.
 */
final class ShareOut {

    /** A household with work to do, and whose it becomes; the assignee is null when it is the team's. */
    record Portion(
            Household household, OpenUnits open, @Nullable MemberId assignee) {}

    /** One hamlet's new work. */
    record Plan(AreaId hamlet, Hands hands, List<Portion> portions) {}

    private static final Comparator<Portion> IN_ORDER = Comparator.<Portion, String>comparing(
                    portion -> portion.household().sortKey())
            .thenComparing(portion -> portion.household().id().value());

    private final Tasks tasks;
    private final CampaignTasks campaignTasks;
    private final Households households;
    private final Catalogues catalogues;
    private final HamletHands hands;
    private final Clock clock;

    ShareOut(
            Tasks tasks,
            CampaignTasks campaignTasks,
            Households households,
            Members members,
            Teams teams,
            AreaTrees trees,
            Catalogues catalogues,
            Clock clock) {
        this.tasks = tasks;
        this.campaignTasks = campaignTasks;
        this.households = households;
        this.catalogues = catalogues;
        this.hands = new HamletHands(members, teams, trees);
        this.clock = clock;
    }

    /** What the campaign wants and the catalogue still offers. */
    List<Service> servicesOf(Campaign campaign) {
        return campaign.services().stream()
                .flatMap(code -> catalogues.current().find(code).stream())
                .filter(Service::active)
                .toList();
    }

    /** What would be made in a hamlet now: nothing for households that have their task. */
    Mono<Plan> plan(Campaign campaign, AreaId hamlet) {
        return plan(campaign, hamlet, households.lacking(hamlet, servicesOf(campaign)));
    }

    /** Makes the tasks that a hamlet lacks; emits how many were made. */
    Mono<Long> run(Campaign campaign, AreaId hamlet) {
        return plan(campaign, hamlet).flatMap(plan -> make(campaign, plan));
    }

    /** Like {@link #run}, for these households of the hamlet only. */
    Mono<Long> run(Campaign campaign, AreaId hamlet, Collection<Household> some) {
        return plan(campaign, hamlet, Flux.fromIterable(some)).flatMap(plan -> make(campaign, plan));
    }

    private Mono<Plan> plan(Campaign campaign, AreaId hamlet, Flux<Household> candidates) {
        LocalDate today = Days.today(clock);
        List<Service> wanted = servicesOf(campaign);
        MemberId launcher = Objects.requireNonNullElse(campaign.launchedBy(), campaign.createdBy());
        return Mono.zip(
                        campaignTasks.heldIn(campaign.id(), hamlet).collectList(),
                        candidates
                                .map(household -> new Portion(household, OpenUnits.of(household, wanted, today), null))
                                .filter(portion -> !portion.open().isNone())
                                .collectSortedList(IN_ORDER),
                        hands.of(hamlet, campaign.shareRule(), today, launcher))
                .map(read -> shared(hamlet, read.getT1(), read.getT2(), read.getT3()));
    }

    private static Plan shared(AreaId hamlet, List<Held> held, List<Portion> candidates, Hands hands) {
        Set<HouseholdId> served = new HashSet<>();
        held.forEach(task -> served.add(task.householdId()));
        Shares shares = new Shares(hands, held.stream().map(Held::assigneeId).toList());
        List<Portion> portions = new ArrayList<>();
        for (Portion candidate : candidates) {
            if (!served.contains(candidate.household().id())) {
                portions.add(new Portion(candidate.household(), candidate.open(), shares.next()));
            }
        }
        return new Plan(hamlet, hands, portions);
    }

    private Mono<Long> make(Campaign campaign, Plan plan) {
        Instant now = clock.instant();
        List<Task> made = plan.portions().stream()
                .map(portion -> toTask(campaign, plan, portion, now))
                .toList();
        return tasks.collection().insertAll(Actor.SYSTEM, made).count();
    }

    private static Task toTask(Campaign campaign, Plan plan, Portion portion, Instant now) {
        return new Task(
                        TaskId.of(campaign.id(), portion.household().id()),
                        Revision.NONE,
                        TaskKind.VISIT_HOUSEHOLD,
                        plan.hamlet(),
                        portion.household().id(),
                        portion.open().services(),
                        portion.assignee(),
                        plan.hands().team(),
                        Objects.requireNonNull(campaign.launchedBy()),
                        now,
                        null,
                        Priority.NORMAL,
                        campaign.to(),
                        null,
                        TaskState.ASSIGNED,
                        null,
                        null,
                        null,
                        campaign.generated())
                .within(campaign.id());
    }
}
