package vn.toso.domain.campaign;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;

/**
 * What somebody wants a campaign to be.
 *
 * @param services codes of services that are logged at households, 1 to 20
 * @param areaIds 1 to 200 areas of the actor's scope
 * @param from first day
 * @param to last day, not before today nor more than a year after the first
 * @param goal null when nobody says
 */
public record CampaignForm(
        @Nullable String name,
        List<String> services,
        List<AreaId> areaIds,
        LocalDate from,
        LocalDate to,
        Campaign.@Nullable Goal goal,
        ShareRule shareRule) {}
