package vn.toso.api.task;

import org.springframework.stereotype.Component;
import vn.toso.api.web.DocumentView;
import vn.toso.domain.access.Actor;
import vn.toso.domain.task.Task;

/** A task, seen from today. */
@Component
final class TaskView implements DocumentView<Task> {

    private final TaskReplies replies;

    TaskView(TaskReplies replies) {
        this.replies = replies;
    }

    @Override
    public Class<Task> type() {
        return Task.class;
    }

    @Override
    public Object of(Actor actor, Task document) {
        return replies.toResponse(document);
    }
}
