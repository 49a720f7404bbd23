package vn.toso.domain.id;

import java.util.UUID;

/** An identifier with a type of its own, so that a household's id cannot be taken for a resident's. */
public sealed interface Id
        permits AnnouncementId,
                AreaId,
                BreachId,
                CampaignId,
                DeviceId,
                ErasureId,
                ExportId,
                FrozenMonthId,
                HouseholdId,
                MemberId,
                MutationId,
                NoticeId,
                NoticeRuleId,
                ResidentId,
                ServiceId,
                SubjectRequestId,
                TargetId,
                TaskId,
                TeamId,
                VisitId {

    UUID value();
}
