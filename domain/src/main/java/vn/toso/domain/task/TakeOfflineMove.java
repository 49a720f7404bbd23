package vn.toso.domain.task;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.Amendment;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.task.MoveTask.Command;

/**
 * Takes in what a member did with a task offline: by the rules of {@link MoveTask}, but late work is accepted. Whoever
 * has or had the task and started or completed it when it was closed, or somebody else's, did the work all the same: it
 * is noted on the task, whose state stays as it is.
 */
public final class TakeOfflineMove {

    private final MoveTask moveTask;
    private final Tasks tasks;
    private final Clock clock;
    private final Amendment<Task> amendment;

    public TakeOfflineMove(MoveTask moveTask, Tasks tasks, Clock clock) {
        this.moveTask = moveTask;
        this.tasks = tasks;
        this.clock = clock;
        this.amendment = new Amendment<>(tasks.collection());
    }

    /**
     * The task after it. A step that the same hand has left behind changes nothing. Fails like {@link MoveTask#move},
     * but with {@code conflict} for a step, other than work, with a task that is somebody else's meanwhile.
     *
     * @param at when it was done, by the phone's clock; null when not said
     */
    public Mono<Task> move(Actor actor, Command command, @Nullable OffsetDateTime at) {
        return moveTask.move(actor, command)
                .onErrorResume(
                        Problem.class,
                        refusal -> isAboutStanding(refusal) ? late(actor, command, at, refusal) : Mono.error(refusal));
    }

    /** Whether the task stands elsewhere than the phone thought; what the phone sent is in order. */
    private static boolean isAboutStanding(Problem refusal) {
        return refusal.reason().startsWith("conflict.task-")
                || refusal.reason().equals("forbidden.not-your-task")
                || refusal.reason().equals("not-found.task");
    }

    private Mono<Task> late(Actor actor, Command command, @Nullable OffsetDateTime at, Problem refusal) {
        TaskId id = command.id();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        LateWork work = new LateWork(actor.memberId(), command.action(), at, now);
        return amendment
                .make(actor, tasks.findOnceOwn(actor, id), null, task -> noted(actor, task, work, refusal))
                .map(task -> task.asOf(now));
    }

    private static Task noted(Actor actor, Task task, LateWork work, Problem refusal) {
        TaskAction action = work.action();
        if (isLeftBehind(actor, action, task)) {
            return task;
        }
        if (!task.wasEverOf(actor.memberId())) {
            throw refusal;
        }
        if (action == TaskAction.START || action == TaskAction.COMPLETE) {
            return task.noting(work);
        }
        throw refusal.code() == ProblemCode.CONFLICT
                ? refusal
                : Problem.of(ProblemCode.CONFLICT, "conflict.task-reassigned");
    }

    /** Whether the task went on from there by the same hand: an earlier step that arrives once more. */
    private static boolean isLeftBehind(Actor actor, TaskAction action, Task task) {
        if (!actor.memberId().equals(task.assigneeId())) {
            return false;
        }
        return switch (action) {
            case ACCEPT, CLAIM ->
                task.state() == TaskState.ACCEPTED
                        || task.state() == TaskState.IN_PROGRESS
                        || task.state() == TaskState.DONE;
            case START -> task.state() == TaskState.IN_PROGRESS || task.state() == TaskState.DONE;
            case COMPLETE -> task.state() == TaskState.DONE;
            case DECLINE, CANCEL, REASSIGN -> false;
        };
    }
}
