package vn.toso.api.task;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.toso.api.web.Replies;
import vn.toso.domain.area.Days;
import vn.toso.domain.storage.Page;
import vn.toso.domain.task.Task;

/** Tasks as answers, seen from today: whether one is overdue depends on the day of asking. */
@Component
final class TaskReplies {

    private final TaskMapper mapper;
    private final Clock clock;

    TaskReplies(TaskMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    ResponseEntity<TaskResponse> document(Task task) {
        return Replies.document(toResponse(task), task.revision().version());
    }

    ResponseEntity<TaskResponse> created(Task task) {
        return Replies.created(toResponse(task), task.revision().version(), "/v1/tasks/" + task.id());
    }

    TaskResponse.Many many(List<Task> tasks) {
        return new TaskResponse.Many(mapper.toResponses(tasks, today()));
    }

    Page<TaskResponse> page(Page<Task> page) {
        LocalDate today = today();
        return page.map(task -> mapper.toResponse(task, today));
    }

    TaskResponse toResponse(Task task) {
        return mapper.toResponse(task, today());
    }

    private LocalDate today() {
        return Days.today(clock);
    }
}
