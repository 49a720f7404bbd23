package vn.toso.domain.task;

/** Where a task stands. Overdue is no state: it follows from the due date. */
public enum TaskState {
    ASSIGNED,
    ACCEPTED,
    IN_PROGRESS,
    DONE,
    /** Back with the leader, with a reason. */
    DECLINED,
    CANCELLED;

    public boolean isOpen() {
        return this == ASSIGNED || this == ACCEPTED || this == IN_PROGRESS || this == DECLINED;
    }
}
