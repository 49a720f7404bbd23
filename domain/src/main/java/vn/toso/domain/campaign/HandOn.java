package vn.toso.domain.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.area.Days;
import vn.toso.domain.campaign.HamletHands.Hands;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.CampaignId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.task.CampaignTasks;
import vn.toso.domain.task.CampaignTasks.Handing;
import vn.toso.domain.task.CampaignTasks.Held;
import vn.toso.domain.task.Task;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.MemberStatus;
import vn.toso.domain.team.Members;

/**
 * Hands the open tasks of campaigns on when whose they are leaves or is suspended: shared out anew over those who work in
 * the hamlet by the campaign's own rule, or to the leader where nobody does.
 */
final class HandOn {

    private final Campaigns campaigns;
    private final CampaignTasks tasks;
    private final Members members;
    private final HamletHands hands;
    private final Clock clock;

    HandOn(Campaigns campaigns, CampaignTasks tasks, Members members, HamletHands hands, Clock clock) {
        this.campaigns = campaigns;
        this.tasks = tasks;
        this.members = members;
        this.hands = hands;
        this.clock = clock;
    }

    private record Place(Campaign campaign, AreaId hamlet) {}

    /** Completes when none of these members who are gone has an open task that somebody else could have. */
    Mono<Void> from(Collection<MemberId> changed) {
        return gone(changed)
                .flatMap(gone -> tasks.openOfMembers(gone).collectList())
                .filter(open -> !open.isEmpty())
                .flatMap(this::handings)
                .flatMap(this::hand)
                // Somebody was faster with one of them: what is left by now is looked at again.
                .flatMap(all -> all ? Mono.empty() : from(changed));
    }

    /** Emits whether nobody changed one of the tasks meanwhile. */
    private Mono<Boolean> hand(List<Handing> handings) {
        return tasks.hand(handings, clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .map(done -> done == handings.size());
    }

    private Mono<List<MemberId>> gone(Collection<MemberId> changed) {
        return members.collection()
                .findAll(List.copyOf(changed))
                .filter(member -> member.status() == MemberStatus.LEFT || member.status() == MemberStatus.SUSPENDED)
                .map(Member::id)
                .collectList();
    }

    private Mono<List<Handing>> handings(List<Task> open) {
        return campaigns
                .collection()
                .findAll(open.stream().map(HandOn::campaignOf).distinct().toList())
                .filter(campaign -> campaign.state().takesHouseholds())
                .flatMapIterable(campaign -> byHamlet(campaign, open).entrySet())
                .concatMap(left -> handingsIn(left.getKey(), left.getValue()))
                .collectList();
    }

    private static CampaignId campaignOf(Task task) {
        return Objects.requireNonNull(task.campaignId());
    }

    private static Map<Place, List<Task>> byHamlet(Campaign campaign, List<Task> open) {
        return open.stream()
                .filter(task -> campaign.id().equals(task.campaignId()))
                .collect(Collectors.groupingBy(task -> new Place(campaign, task.hamletId())));
    }

    private Flux<Handing> handingsIn(Place place, List<Task> leftBehind) {
        LocalDate today = Days.today(clock);
        Campaign campaign = place.campaign();
        MemberId launcher = Objects.requireNonNullElse(campaign.launchedBy(), campaign.createdBy());
        return Mono.zip(
                        tasks.heldIn(campaign.id(), place.hamlet()).collectList(),
                        hands.of(place.hamlet(), campaign.shareRule(), today, launcher))
                .flatMapIterable(read -> shared(leftBehind, read.getT1(), read.getT2()));
    }

    private static List<Handing> shared(List<Task> leftBehind, List<Held> held, Hands hands) {
        Shares shares = new Shares(hands, held.stream().map(Held::assigneeId).toList());
        List<Handing> handings = new ArrayList<>();
        for (Task task : leftBehind) {
            MemberId next = shares.next();
            if (!Objects.equals(next, task.assigneeId())) {
                handings.add(new Handing(task, next, hands.team()));
            }
        }
        return handings;
    }
}
