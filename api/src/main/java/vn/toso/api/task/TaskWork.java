package vn.toso.api.task;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toso.api.json.StrictReader;
import vn.toso.api.sync.Reading;
import vn.toso.api.sync.WorkReader;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.sync.Work;
import vn.toso.domain.task.MoveTask;
import vn.toso.domain.task.TaskAction;

/** Tasks in push. */
@Component
final class TaskWork implements WorkReader {

    /** The body of most kinds. */
    record Which(TaskId taskId) {}

    /** The body of {@code task.decline}. */
    record Declined(TaskId taskId, String reason) {}

    private final StrictReader strict;

    TaskWork(StrictReader strict) {
        this.strict = strict;
    }

    @Override
    public Map<String, Reading> kinds() {
        return Map.of(
                "task.accept",
                moving(TaskAction.ACCEPT),
                "task.start",
                moving(TaskAction.START),
                "task.complete",
                moving(TaskAction.COMPLETE),
                "task.claim",
                moving(TaskAction.CLAIM),
                "task.decline",
                (body, at, base) -> {
                    Declined declined = strict.read(body, Declined.class);
                    return moves(declined.taskId(), TaskAction.DECLINE, declined.reason());
                });
    }

    private Reading moving(TaskAction action) {
        return (body, at, base) -> moves(strict.read(body, Which.class).taskId(), action, null);
    }

    /** A phone that takes several steps offline doesn't know the versions between: the task's state decides. */
    private static Work moves(TaskId task, TaskAction action, @Nullable String reason) {
        return new Work.MovesTask(new MoveTask.Command(task, action, reason, null, null, null));
    }
}
