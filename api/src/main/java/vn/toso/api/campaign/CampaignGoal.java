package vn.toso.api.campaign;

import org.jspecify.annotations.Nullable;

/**
 * What a campaign is to reach; one of both.
 *
 * @param share of those eligible in all its services together, 0 to 1, who have achieved by the last day
 * @param number of units, all its services together, that achieve within the window
 */
record CampaignGoal(@Nullable Double share, @Nullable Long number) {}
