package vn.toso.domain.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.campaign.ShareOut.Plan;
import vn.toso.domain.campaign.ShareOut.Portion;
import vn.toso.domain.household.Households;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.CampaignId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.service.Catalogues;
import vn.toso.domain.task.CampaignTasks;
import vn.toso.domain.task.Tasks;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Teams;

/** Says what launching a campaign would make, and makes nothing. Reads the households of its hamlets, some at a time. */
public final class PreviewCampaign {

    private static final int HAMLETS_AT_ONCE = 4;

    /** How many tasks one member would get in one hamlet. */
    public record MemberShare(MemberId member, String name, long tasks) {}

    /**
     * @param former name of the former commune that tells hamlets of one name apart; null for none
     * @param households how many would get a task
     * @param units how many units, all services together, they have still to achieve
     * @param team whose tasks they would be; null when they go to members
     * @param withoutMembers whether nobody of the hamlet can take them, so that they go to the leader
     */
    public record HamletPreview(
            AreaId hamlet,
            String name,
            @Nullable String former,
            long households,
            long units,
            @Nullable TeamId team,
            List<MemberShare> members,
            boolean withoutMembers) {}

    /** @param hamlets in the order of lists; only those in which there is something to do */
    public record Preview(Campaign campaign, long households, long units, List<HamletPreview> hamlets) {}

    private final Campaigns campaigns;
    private final PlanCampaign planning;
    private final ShareOut shareOut;
    private final Members members;
    private final AreaTrees trees;
    private final Clock clock;

    public PreviewCampaign(
            Campaigns campaigns,
            PlanCampaign planning,
            Tasks tasks,
            Households households,
            Members members,
            Teams teams,
            AreaTrees trees,
            Catalogues catalogues,
            Clock clock) {
        this.campaigns = campaigns;
        this.planning = planning;
        this.shareOut =
                new ShareOut(tasks, new CampaignTasks(tasks), households, members, teams, trees, catalogues, clock);
        this.members = members;
        this.trees = trees;
        this.clock = clock;
    }

    /** What a campaign that isn't written down yet would make. Fails as {@link PlanCampaign#plan} does. */
    public Mono<Preview> of(Actor actor, CampaignForm form) {
        return Mono.fromSupplier(() -> planning.checked(actor, form)).flatMap(this::preview);
    }

    /** What launching would make now; nothing for households that have their task already. */
    public Mono<Preview> of(Actor actor, CampaignId id) {
        return campaigns
                .get(actor, id)
                .doOnNext(campaign -> CampaignRights.requireAll(actor, campaign))
                .flatMap(this::preview);
    }

    private Mono<Preview> preview(Campaign campaign) {
        LocalDate today = Days.today(clock);
        return Flux.fromIterable(PlanCampaign.hamletsOf(campaign, trees, today))
                .flatMapSequential(hamlet -> shareOut.plan(campaign, hamlet).map(Brief::of), HAMLETS_AT_ONCE)
                .filter(brief -> brief.households() > 0)
                .collectList()
                .flatMap(briefs -> named(campaign, briefs, today));
    }

    /** What is kept of a hamlet's plan: its households are not. */
    private record Brief(
            AreaId hamlet,
            long households,
            long units,
            @Nullable TeamId team,
            Map<MemberId, Long> shares,
            boolean ofHamlet) {

        static Brief of(Plan plan) {
            Map<MemberId, Long> shares =
                    new TreeMap<>((one, other) -> one.value().compareTo(other.value()));
            long units = 0;
            for (Portion portion : plan.portions()) {
                units += portion.open().units();
                if (portion.assignee() != null) {
                    shares.merge(portion.assignee(), 1L, Long::sum);
                }
            }
            return new Brief(
                    plan.hamlet(),
                    plan.portions().size(),
                    units,
                    plan.hands().team(),
                    shares,
                    plan.hands().ofHamlet());
        }
    }

    private Mono<Preview> named(Campaign campaign, List<Brief> briefs, LocalDate day) {
        List<MemberId> ids = briefs.stream()
                .flatMap(brief -> brief.shares().keySet().stream())
                .distinct()
                .toList();
        return members.collection()
                .findAll(ids)
                .collectMap(Member::id, Member::name)
                .map(names -> toPreview(campaign, briefs, names, day));
    }

    private Preview toPreview(Campaign campaign, List<Brief> briefs, Map<MemberId, String> names, LocalDate day) {
        Map<AreaId, Brief> byHamlet = briefs.stream().collect(Collectors.toMap(Brief::hamlet, Function.identity()));
        List<HamletPreview> hamlets = trees.current().all().stream()
                .flatMap(area ->
                        Stream.ofNullable(byHamlet.get(area.id())).map(brief -> toPreview(area, brief, names, day)))
                .toList();
        long households = briefs.stream().mapToLong(Brief::households).sum();
        long units = briefs.stream().mapToLong(Brief::units).sum();
        return new Preview(campaign, households, units, hamlets);
    }

    private HamletPreview toPreview(Area hamlet, Brief brief, Map<MemberId, String> names, LocalDate day) {
        List<MemberShare> shares = brief.shares().entrySet().stream()
                .map(share -> new MemberShare(share.getKey(), names.getOrDefault(share.getKey(), ""), share.getValue()))
                .toList();
        String former = trees.current()
                .formerCommuneOf(hamlet.id(), day)
                .map(Area::fullName)
                .orElse(null);
        return new HamletPreview(
                hamlet.id(),
                hamlet.fullName(),
                former,
                brief.households(),
                brief.units(),
                brief.team(),
                shares,
                !brief.ofHamlet());
    }
}
