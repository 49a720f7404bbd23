package vn.toso.domain.task;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.id.TeamId;

/** Brings a task from one state to another. */
public final class MoveTask {

    /**
     * @param reason required by {@code DECLINE} and {@code CANCEL}, 1 to 500 characters; else null
     * @param assigneeId who takes over, for {@code REASSIGN}; else null
     * @param teamId the team that takes over, for {@code REASSIGN}; else null
     * @param expectedVersion the version that the caller saw; null to take the task as it is
     */
    public record Command(
            TaskId id,
            TaskAction action,
            @Nullable String reason,
            @Nullable MemberId assigneeId,
            @Nullable TeamId teamId,
            @Nullable Long expectedVersion) {}

    /**
     * The task after it. Fails with {@code conflict} when its state doesn't allow the action, {@code forbidden} when the
     * actor may not, {@code version-mismatch} when somebody changed it since.
     */
    public Mono<Task> move(Actor actor, Command command) {
        return Mono.error(() -> new UnsupportedOperationException());
    }
}
