package vn.toso.api.announcement;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AnnouncementId;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.notifications.announcement.Announcement;

/**
 * Something said to an area, and how far it has come.
 *
 * @param by who said it
 * @param recipients how many it is for: an estimate until all have it
 * @param made how many have it in their inbox
 * @param delivered how many of these a push has reached on a phone at least; absent in lists
 * @param read how many have read it; absent in lists
 * @param cancelledBy who took it back; absent when nobody did
 * @param endedAt when all had it, or when it was taken back wholly; absent until then
 */
@Schema(name = "Announcement")
record AnnouncementResponse(
        AnnouncementId id,
        AreaId areaId,
        String title,
        String text,
        boolean urgent,
        MemberId by,
        Instant at,
        Announcement.State state,
        long recipients,
        long made,
        @Nullable Long delivered,
        @Nullable Long read,
        @Nullable MemberId cancelledBy,
        @Nullable Instant endedAt,
        long version) {}
