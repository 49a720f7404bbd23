package vn.toso.notifications.delivery;

import org.jspecify.annotations.Nullable;
import vn.toso.notifications.notice.NoticeKind;

/**
 * A way out of the outbox. Pushes of one lane go in the order in which they came due; lanes don't wait for each other, so
 * that what concerns one member doesn't stand behind what thousands are told.
 */
enum Lane {
    /** What may ring at night. */
    URGENT,
    /** What somebody just did to the work of one member or one team. */
    PERSONAL,
    /** What many are told at once, and what nobody sees. */
    CROWD;

    /** @param kind of the notice; null for a summary */
    static Lane of(@Nullable NoticeKind kind, boolean urgent) {
        if (urgent) {
            return URGENT;
        }
        return kind != null && isPersonal(kind) ? PERSONAL : CROWD;
    }

    private static boolean isPersonal(NoticeKind kind) {
        return switch (kind) {
            case TASK_ASSIGNED,
                    TASK_REASSIGNED,
                    TASK_CANCELLED,
                    WORK_QUARANTINED,
                    WORK_ACCEPTED,
                    WORK_REJECTED,
                    CONFLICT -> true;
            case TASK_DUE, TASK_OVERDUE, CAMPAIGN_LAUNCHED, CAMPAIGN_ENDED, MONTH_CLOSING, ANNOUNCEMENT, SYNC_WANTED ->
                false;
        };
    }
}
