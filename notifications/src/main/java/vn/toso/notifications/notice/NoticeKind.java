package vn.toso.notifications.notice;

/** What a notice tells. */
public enum NoticeKind {
    TASK_ASSIGNED,
    TASK_REASSIGNED,
    TASK_CANCELLED,
    TASK_DUE,
    TASK_OVERDUE,
    CAMPAIGN_LAUNCHED,
    CAMPAIGN_ENDED,
    WORK_QUARANTINED,
    WORK_ACCEPTED,
    WORK_REJECTED,
    CONFLICT,
    MONTH_CLOSING,
    ANNOUNCEMENT,
    /** Asks a phone to pull; people never see it, and no inbox holds it. */
    SYNC_WANTED;

    public boolean isSilent() {
        return this == SYNC_WANTED;
    }
}
