package vn.toso.domain.task;

/** What somebody can do with a task. */
public enum TaskAction {
    ACCEPT,
    START,
    COMPLETE,
    /** Give it back to the leader, with a reason. */
    DECLINE,
    CANCEL,
    /** Take a team's task for oneself. */
    CLAIM,
    /** Give it to somebody else. */
    REASSIGN
}
