package vn.toso.domain.campaign;

import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/** Who may move a campaign: who hands out tasks, and only where all of it lies in the scope. */
final class CampaignRights {

    private CampaignRights() {}

    static void requireAll(Actor actor, Campaign campaign) {
        actor.require(Permission.ASSIGN_TASKS);
        if (!campaign.areaIds().stream().allMatch(actor.scope()::hasArea)) {
            throw Problem.of(ProblemCode.FORBIDDEN, "forbidden.campaign-beyond-scope");
        }
    }
}
