package vn.toso.domain.task;

import static vn.toso.domain.task.TaskState.ACCEPTED;
import static vn.toso.domain.task.TaskState.ASSIGNED;
import static vn.toso.domain.task.TaskState.CANCELLED;
import static vn.toso.domain.task.TaskState.DECLINED;
import static vn.toso.domain.task.TaskState.DONE;
import static vn.toso.domain.task.TaskState.IN_PROGRESS;

import java.util.EnumSet;
import java.util.Set;

/** What somebody can do with a task: the table of who may, from which state, to which. */
public enum TaskAction {
    ACCEPT(Who.ASSIGNEE, ACCEPTED, ASSIGNED),
    START(Who.ASSIGNEE, IN_PROGRESS, ASSIGNED, ACCEPTED),
    COMPLETE(Who.ASSIGNEE_OR_LEADER, DONE, ASSIGNED, ACCEPTED, IN_PROGRESS),
    /** Gives it back to the leader, with a reason. */
    DECLINE(Who.ASSIGNEE, DECLINED, ASSIGNED, ACCEPTED, IN_PROGRESS),
    CANCEL(Who.LEADER, CANCELLED, ASSIGNED, ACCEPTED, IN_PROGRESS, DECLINED),
    /** Takes a team's task for oneself. */
    CLAIM(Who.TEAM, ACCEPTED, ASSIGNED),
    /** Gives it to somebody else. */
    REASSIGN(Who.LEADER, ASSIGNED, ASSIGNED, ACCEPTED, IN_PROGRESS, DECLINED);

    /** Who may do it. */
    enum Who {
        ASSIGNEE,
        ASSIGNEE_OR_LEADER,
        LEADER,
        /** A member of the team that the task was given to. */
        TEAM
    }

    private final Who who;
    private final TaskState to;

    @SuppressWarnings("ImmutableEnumChecker") // an EnumSet that nothing writes to after construction
    private final Set<TaskState> from;

    TaskAction(Who who, TaskState to, TaskState first, TaskState... more) {
        this.who = who;
        this.to = to;
        this.from = EnumSet.of(first, more);
    }

    Who who() {
        return who;
    }

    /** The state that it leads to. */
    TaskState to() {
        return to;
    }

    boolean isAllowedFrom(TaskState state) {
        return from.contains(state);
    }

    boolean needsReason() {
        return this == DECLINE || this == CANCEL;
    }
}
