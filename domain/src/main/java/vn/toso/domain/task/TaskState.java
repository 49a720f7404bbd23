package vn.toso.domain.task;

import java.util.Set;

/** Where a task stands. Overdue is no state: it follows from the due date. */
public enum TaskState {
    ASSIGNED,
    ACCEPTED,
    IN_PROGRESS,
    DONE,
    /** Back with the leader, with a reason. */
    DECLINED,
    CANCELLED;

    static final Set<TaskState> OPEN = Set.of(ASSIGNED, ACCEPTED, IN_PROGRESS, DECLINED);

    public boolean isOpen() {
        return OPEN.contains(this);
    }
}
