package vn.toso.domain.campaign;

import java.time.Clock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.Amendment;
import vn.toso.domain.id.CampaignId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/** Launches and ends campaigns: writes that down; {@link RunCampaigns} makes and cancels the tasks. */
public final class MoveCampaign {

    private final Campaigns campaigns;
    private final Clock clock;
    private final Amendment<Campaign> amendment;

    public MoveCampaign(Campaigns campaigns, Clock clock) {
        this.campaigns = campaigns;
        this.clock = clock;
        this.amendment = new Amendment<>(campaigns.collection());
    }

    /**
     * The campaign as stored; one that was launched before stays as it is. {@code conflict} for one that is over.
     *
     * @param expected the version that the caller saw; null for any
     */
    public Mono<Campaign> launch(Actor actor, CampaignId id, @Nullable Long expected) {
        return move(actor, id, expected, campaign -> launched(actor, campaign));
    }

    /** The campaign as stored; one that is over stays as it is. A draft is over at once. */
    public Mono<Campaign> end(Actor actor, CampaignId id, @Nullable Long expected) {
        return move(actor, id, expected, campaign -> ended(actor, campaign));
    }

    private Mono<Campaign> move(Actor actor, CampaignId id, @Nullable Long expected, UnaryOperator<Campaign> change) {
        return Mono.fromRunnable(() -> actor.require(Permission.ASSIGN_TASKS))
                .then(amendment.make(actor, campaigns.get(actor, id), expected, campaign -> {
                    CampaignRights.requireAll(actor, campaign);
                    return change.apply(campaign);
                }));
    }

    private Campaign launched(Actor actor, Campaign campaign) {
        boolean tooLate = Days.today(clock).isAfter(campaign.to());
        if (campaign.state().isOver() || (campaign.state() == CampaignState.DRAFT && tooLate)) {
            throw Problem.of(ProblemCode.CONFLICT, "conflict.campaign-over");
        }
        return campaign.state() == CampaignState.DRAFT
                ? campaign.launched(actor.memberId(), clock.instant(), Days.today(clock))
                : campaign;
    }

    private Campaign ended(Actor actor, Campaign campaign) {
        if (campaign.state().isOver()) {
            return campaign;
        }
        Campaign ending = campaign.ending(actor.memberId(), clock.instant());
        return campaign.state() == CampaignState.DRAFT ? ending.ended() : ending;
    }
}
