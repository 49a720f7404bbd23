package vn.toso.domain.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.campaign.Campaign.Sharing;
import vn.toso.domain.change.StaleVersion;
import vn.toso.domain.household.Households;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.service.Catalogues;
import vn.toso.domain.task.CampaignTasks;
import vn.toso.domain.task.Tasks;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Teams;

/**
 * Carries campaigns on: makes the tasks of those that were launched, hamlet by hamlet, ends those whose window is over,
 * cancels what is open of those that ended. Each step is small and notes how far it came in the campaign itself, so that
 * it goes on there after a kill; any number of nodes may do it at once, since doing a step twice changes nothing. To be
 * run every few seconds; mostly there is nothing to do.
 */
public final class RunCampaigns {

    private static final int HAMLETS_A_STEP = 10;
    private static final int CANCELLED_A_STEP = 500;

    /** A run gives way after some thousand tasks, so that a node can be stopped. */
    private static final int STEPS_A_RUN = 3;

    private final Campaigns campaigns;
    private final CampaignTasks tasks;
    private final ShareOut shareOut;
    private final AreaTrees trees;
    private final Clock clock;

    public RunCampaigns(
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
        this.shareOut = new ShareOut(tasks, this.tasks, households, members, teams, trees, catalogues, clock);
        this.trees = trees;
        this.clock = clock;
    }

    /** Emits whether more is to be done at once. */
    public Mono<Boolean> run() {
        return step().expand(more -> more ? step() : Mono.empty())
                .take(STEPS_A_RUN)
                .last();
    }

    private Mono<Boolean> step() {
        return campaigns
                .atWork()
                .collectList()
                .flatMap(atWork ->
                        Flux.fromIterable(atWork).concatMap(this::carriedOn).reduce(false, Boolean::logicalOr));
    }

    /** Emits whether more is to be done for this one at once. */
    private Mono<Boolean> carriedOn(Campaign campaign) {
        LocalDate today = Days.today(clock);
        if (campaign.state() == CampaignState.ENDING) {
            return cancelSome(campaign);
        }
        if (today.isAfter(campaign.to())) {
            return store(campaign.ending(Actor.SYSTEM.memberId(), clock.instant()))
                    .thenReturn(true);
        }
        Sharing sharing = Objects.requireNonNull(campaign.sharing());
        if (!sharing.done()) {
            return shareSome(campaign, sharing).thenReturn(true);
        }
        return sharing.day().isBefore(today)
                ? store(campaign.sharing(Sharing.starting(today))).thenReturn(true)
                : Mono.just(false);
    }

    private Mono<Void> shareSome(Campaign campaign, Sharing sharing) {
        List<AreaId> all = PlanCampaign.hamletsOf(campaign, trees, Days.today(clock));
        List<AreaId> rest =
                all.stream().filter(hamlet -> isBehind(hamlet, sharing.last())).toList();
        List<AreaId> next = rest.stream().limit(HAMLETS_A_STEP).toList();
        return Flux.fromIterable(next)
                .concatMap(hamlet -> shareOut.run(campaign, hamlet))
                .reduce(0L, Long::sum)
                .flatMap(made -> store(campaign.sharing(new Sharing(
                        sharing.day(),
                        all.size(),
                        all.size() - rest.size() + next.size(),
                        next.isEmpty() ? sharing.last() : next.get(next.size() - 1),
                        sharing.made() + made,
                        next.size() == rest.size()))));
    }

    private static boolean isBehind(AreaId hamlet, @Nullable AreaId last) {
        return last == null || PlanCampaign.compare(hamlet, last) > 0;
    }

    /** First the tasks, then the campaign: a campaign that reads as ended has no open task left. */
    private Mono<Boolean> cancelSome(Campaign campaign) {
        return tasks.openOf(campaign.id(), CANCELLED_A_STEP)
                .collectList()
                .flatMap(open -> open.isEmpty()
                        ? store(campaign.ended()).thenReturn(false)
                        : tasks.cancel(open, reason(campaign)).thenReturn(true));
    }

    /** What the people whose work it was read in their task; in Vietnamese, as what leaders write. */
    static String reason(Campaign campaign) {
        return "Chiến dịch đã kết thúc: " + campaign.name();
    }

    /** Another node, or somebody who ended it, was faster: the next step sees what is there then. */
    private Mono<Void> store(Campaign next) {
        return campaigns
                .collection()
                .replace(Actor.SYSTEM, next)
                .onErrorResume(StaleVersion.class, overtaken -> Mono.empty())
                .then();
    }
}
