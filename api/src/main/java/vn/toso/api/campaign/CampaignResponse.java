package vn.toso.api.campaign;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.campaign.CampaignState;
import vn.toso.domain.campaign.ShareRule;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.CampaignId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.task.TaskState;

/**
 * A campaign and where it stands.
 *
 * @param target what it is to reach; absent when nobody said
 * @param launch how far its tasks are made; absent for a draft
 * @param progress what came of it in the caller's scope; only where one campaign is read
 * @param generated true for demo data, else absent
 */
record CampaignResponse(
        CampaignId id,
        String name,
        List<String> services,
        List<AreaId> areaIds,
        LocalDate from,
        LocalDate to,
        @Nullable CampaignGoal target,
        ShareRule shareRule,
        CampaignState state,
        MemberId createdBy,
        Instant createdAt,
        @Nullable MemberId launchedBy,
        @Nullable Instant launchedAt,
        @Nullable Launch launch,
        @Nullable MemberId endedBy,
        @Nullable Instant endedAt,
        @Nullable Progress progress,
        @Nullable Boolean generated,
        long version) {

    /**
     * The latest pass that gives households their tasks: the launch, then one a day.
     *
     * @param hamlets how many there are to go through; 0 before the first was looked at
     * @param tasksMade by this pass
     */
    @Schema(name = "CampaignLaunch")
    record Launch(LocalDate day, int hamlets, int hamletsDone, long tasksMade, boolean done) {}

    /**
     * @param tasks how many stand in each state; a state without tasks has no entry
     * @param gained units achieved within the window, all services together
     * @param share achieved of eligible, all services together, 0 to 1; absent where nobody is eligible
     * @param hamletsWithoutMembers in how many nobody is active, so that their tasks go to the leader
     * @param asOf everything acknowledged before this moment is counted
     * @param devicesNotSynced phones there that did not synchronise for 24 hours, so that work may be missing
     */
    @Schema(name = "CampaignProgress")
    record Progress(
            Map<TaskState, Long> tasks,
            List<Units> units,
            long gained,
            @Nullable Double share,
            long hamletsWithoutMembers,
            List<Hamlet> hamlets,
            Instant asOf,
            long devicesNotSynced) {}

    /**
     * @param before units that had achieved it by the eve of the window
     * @param achieved units that have achieved it now, or had by the campaign's last day
     * @param gained the difference
     */
    @Schema(name = "CampaignUnits")
    record Units(String service, long eligible, long before, long achieved, long gained) {}

    /**
     * @param formerCommune tells hamlets of one name apart since the communes merged; absent for none
     * @param withoutMembers whether nobody is active there, so that its tasks go to the leader
     */
    @Schema(name = "CampaignHamlet")
    record Hamlet(
            AreaId areaId,
            String name,
            @Nullable String formerCommune,
            Map<TaskState, Long> tasks,
            long gained,
            boolean withoutMembers) {}
}
