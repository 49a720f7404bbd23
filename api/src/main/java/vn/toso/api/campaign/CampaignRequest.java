package vn.toso.api.campaign;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.campaign.ShareRule;
import vn.toso.domain.id.AreaId;

/**
 * A campaign to be.
 *
 * @param services codes of services that are logged at households, 1 to 20
 * @param areaIds 1 to 200 areas of the caller's scope; their hamlets of today are meant
 * @param from first day, in Asia/Ho_Chi_Minh
 * @param to last day, which its tasks get too; the campaign ends by itself when it is over
 * @param target what it is to reach; absent when nobody says
 * @param shareRule absent means {@code EVENLY}
 */
record CampaignRequest(
        String name,
        List<String> services,
        List<AreaId> areaIds,
        LocalDate from,
        LocalDate to,
        @Nullable CampaignGoal target,
        @Nullable ShareRule shareRule) {}
