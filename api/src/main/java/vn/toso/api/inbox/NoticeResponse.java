package vn.toso.api.inbox;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.NoticeId;
import vn.toso.notifications.notice.NoticeKind;

/**
 * Something that somebody was told.
 *
 * @param subject the task, mutation, announcement, campaign, member or area that it is about
 * @param facts what it says, for a screen that opens what it is about: ids, counts, dates
 * @param title in the caller's language; an announcement in the language in which it was written
 * @param urgent whether it may ring at night
 * @param at when what it tells happened
 * @param readAt absent while unread
 */
@Schema(name = "Notice")
record NoticeResponse(
        NoticeId id,
        NoticeKind kind,
        UUID subject,
        @Schema(type = "object") Map<String, String> facts,
        String title,
        String body,
        boolean urgent,
        Instant at,
        @Nullable Instant readAt,
        long version) {}
