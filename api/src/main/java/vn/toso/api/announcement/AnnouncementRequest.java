package vn.toso.api.announcement;

import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AnnouncementId;
import vn.toso.domain.id.AreaId;

/**
 * Something to say to everybody at home in an area.
 *
 * @param id chosen by the caller, so that sending again says nothing twice; absent lets the server choose
 * @param title 1 to 120 characters
 * @param text 1 to 2000 characters
 * @param urgent whether it may ring at night; absent means no
 */
record AnnouncementRequest(
        @Nullable AnnouncementId id,
        AreaId areaId,
        String title,
        String text,
        @Nullable Boolean urgent) {}
