package vn.toso.notifications.notice;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import reactor.core.publisher.Flux;
import vn.toso.domain.area.Days;
import vn.toso.domain.campaign.Campaign;
import vn.toso.domain.campaign.CampaignState;
import vn.toso.domain.campaign.Campaigns;
import vn.toso.domain.id.CampaignId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.task.CampaignTasks;

/**
 * Campaigns: when its tasks are out everybody who has some hears of it once, with their number; when it ends these hear of
 * that. Its tasks tell nothing each.
 */
final class TellOfCampaigns implements Teller {

    private final Campaigns campaigns;
    private final CampaignTasks tasks;
    private final Notices notices;

    TellOfCampaigns(Campaigns campaigns, CampaignTasks tasks, Notices notices) {
        this.campaigns = campaigns;
        this.tasks = tasks;
        this.notices = notices;
    }

    @Override
    public String kind() {
        return campaigns.collection().kind();
    }

    @Override
    public Flux<Notice> tell(Collection<UUID> changed, RuleBook rules) {
        return campaigns
                .collection()
                .findAll(changed.stream().map(CampaignId::new).toList())
                .filter(campaign -> !campaign.generated())
                .concatMap(campaign -> tell(campaign, rules));
    }

    private Flux<Notice> tell(Campaign campaign, RuleBook rules) {
        NoticeRule launched = rules.of(Occasion.CAMPAIGN_LAUNCHED);
        NoticeRule ended = rules.of(Occasion.CAMPAIGN_ENDED);
        if (hasJustBegun(campaign) && launched.tells(Recipient.MEMBERS)) {
            return tasks.shares(campaign.id()).map(share -> notice(share.member(), campaign, share.tasks(), launched));
        }
        return campaign.state().isOver() && ended.tells(Recipient.MEMBERS)
                ? notices.about(List.of(campaign.id().value()), NoticeKind.CAMPAIGN_LAUNCHED)
                        .map(told -> notice(told.recipient(), campaign, 0, ended))
                : Flux.empty();
    }

    /** Later passes over its hamlets write it again; they give few tasks, and need no telling. */
    private static boolean hasJustBegun(Campaign campaign) {
        Campaign.Sharing sharing = campaign.sharing();
        return campaign.state() == CampaignState.RUNNING
                && sharing != null
                && campaign.launchedAt() != null
                && sharing.day().equals(Days.of(campaign.launchedAt()));
    }

    private static Notice notice(MemberId to, Campaign campaign, long count, NoticeRule rule) {
        Map<String, String> facts = new TreeMap<>();
        Fact.put(facts, Fact.CAMPAIGN, campaign.id());
        Fact.put(facts, Fact.NAME, campaign.name());
        Fact.put(facts, Fact.DUE, campaign.to());
        if (count > 0) {
            Fact.put(facts, Fact.COUNT, count);
        }
        var at = campaign.state().isOver() ? campaign.endedAt() : campaign.launchedAt();
        return Notice.of(
                to,
                rule.code().kind(),
                campaign.id().value(),
                "once",
                facts,
                rule.urgent(),
                Objects.requireNonNullElse(at, campaign.revision().updatedAt()));
    }
}
