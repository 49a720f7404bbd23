package vn.toso.api.campaign;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import vn.toso.domain.campaign.Campaign;
import vn.toso.domain.campaign.CampaignForm;
import vn.toso.domain.campaign.PreviewCampaign.HamletPreview;
import vn.toso.domain.campaign.PreviewCampaign.MemberShare;
import vn.toso.domain.campaign.PreviewCampaign.Preview;
import vn.toso.domain.coverage.CampaignProgress.HamletProgress;
import vn.toso.domain.coverage.CampaignProgress.Progress;
import vn.toso.domain.coverage.CampaignProgress.Units;

/** Between a campaign on the wire and a campaign on file. */
@Mapper
interface CampaignMapper {

    @Mapping(target = "goal", source = "target")
    @Mapping(target = "shareRule", source = "shareRule", defaultValue = "EVENLY")
    CampaignForm toForm(CampaignRequest request);

    @Mapping(target = "target", source = "goal")
    @Mapping(target = "launch", source = "sharing")
    @Mapping(target = "progress", ignore = true)
    @Mapping(target = "generated", source = "generated", qualifiedByName = "trueOrAbsent")
    @Mapping(target = "version", source = "revision.version")
    CampaignResponse toResponse(Campaign campaign);

    @Mapping(target = ".", source = "campaign")
    @Mapping(target = "target", source = "campaign.goal")
    @Mapping(target = "launch", source = "campaign.sharing")
    @Mapping(target = "progress", expression = "java(toProgress(progress, devicesNotSynced))")
    @Mapping(target = "generated", source = "campaign.generated", qualifiedByName = "trueOrAbsent")
    @Mapping(target = "version", source = "campaign.revision.version")
    CampaignResponse toResponse(Campaign campaign, Progress progress, long devicesNotSynced);

    @Mapping(target = "tasksMade", source = "made")
    CampaignResponse.Launch toLaunch(Campaign.Sharing sharing);

    @Mapping(target = "gained", expression = "java(progress.gained())")
    @Mapping(target = "share", expression = "java(toShare(progress.share()))")
    @Mapping(target = "hamletsWithoutMembers", expression = "java(progress.hamletsWithoutMembers())")
    CampaignResponse.Progress toProgress(Progress progress, long devicesNotSynced);

    @Mapping(target = "gained", expression = "java(units.gained())")
    CampaignResponse.Units toUnits(Units units);

    @Mapping(target = "areaId", source = "hamlet")
    @Mapping(target = "formerCommune", source = "former")
    CampaignResponse.Hamlet toHamlet(HamletProgress progress);

    CampaignPreviewResponse toResponse(Preview preview);

    @Mapping(target = "areaId", source = "hamlet")
    @Mapping(target = "formerCommune", source = "former")
    @Mapping(target = "teamId", source = "team")
    CampaignPreviewResponse.Hamlet toHamlet(HamletPreview preview);

    @Mapping(target = "memberId", source = "member")
    CampaignPreviewResponse.Share toShare(MemberShare share);

    @Named("trueOrAbsent")
    default @Nullable Boolean trueOrAbsent(boolean generated) {
        return generated ? Boolean.TRUE : null;
    }

    /** To four decimals. */
    default @Nullable Double toShare(OptionalDouble share) {
        return share.isEmpty()
                ? null
                : (Double) BigDecimal.valueOf(share.getAsDouble())
                        .setScale(4, RoundingMode.HALF_UP)
                        .doubleValue();
    }
}
