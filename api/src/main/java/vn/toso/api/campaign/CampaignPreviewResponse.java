package vn.toso.api.campaign;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TeamId;

/**
 * What launching would make now; nothing was made.
 *
 * @param households how many would get a task
 * @param units persons and households that have still to achieve, all services together
 * @param hamlets those in which there is something to do
 */
record CampaignPreviewResponse(long households, long units, List<Hamlet> hamlets) {

    /**
     * @param formerCommune tells hamlets of one name apart since the communes merged; absent for none
     * @param teamId whose tasks they would be; absent when they go to members
     * @param members who would get how many
     * @param withoutMembers whether nobody of the hamlet can take them, so that they go to the leader
     */
    @Schema(name = "CampaignPreviewHamlet")
    record Hamlet(
            AreaId areaId,
            String name,
            @Nullable String formerCommune,
            long households,
            long units,
            @Nullable TeamId teamId,
            List<Share> members,
            boolean withoutMembers) {}

    @Schema(name = "CampaignShare")
    record Share(MemberId memberId, String name, long tasks) {}
}
