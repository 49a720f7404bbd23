package vn.toso.api.task;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.toso.api.web.Needs;
import vn.toso.api.web.Paging;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.storage.Page;
import vn.toso.domain.task.AssignTasks;
import vn.toso.domain.task.Task;
import vn.toso.domain.task.TaskState;
import vn.toso.domain.task.Tasks;

/** Handing out tasks, and reading them. */
@RestController
@RequestMapping("/v1/tasks")
@Tag(name = "tasks", description = "Việc được giao / work that is handed out")
class TaskController {

    private final AssignTasks assignTasks;
    private final Tasks tasks;
    private final TaskMapper mapper;
    private final TaskReplies replies;

    TaskController(AssignTasks assignTasks, Tasks tasks, TaskMapper mapper, TaskReplies replies) {
        this.assignTasks = assignTasks;
        this.tasks = tasks;
        this.mapper = mapper;
        this.replies = replies;
    }

    @Needs(Permission.ASSIGN_TASKS)
    @PostMapping
    @Operation(
            summary = "Assign work",
            description = """
                    One task for a household (`householdId`), one for each of many (`householdIds`), or for a hamlet \
                    (`hamletId`): one for each of its households that still lacks a wanted service, or a single one about \
                    the hamlet itself for `SURVEY_HAMLET`, `HOLD_MEETING` and `FREE`. To a member (`assigneeId`) or to a \
                    team (`teamId`), whose members may claim it. Answers the task, or `{items}` where many were asked for.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples = {
                                                @ExampleObject(name = "a household", value = TaskExamples.REQUEST),
                                                @ExampleObject(name = "a hamlet", value = TaskExamples.REQUEST_MANY)
                                            })))
    @ApiResponse(
            responseCode = "201",
            description = "The task, or the tasks",
            content =
                    @Content(
                            schema = @Schema(oneOf = {TaskResponse.class, TaskResponse.Many.class}),
                            examples = {
                                @ExampleObject(name = "a household", value = TaskExamples.ASSIGNED),
                                @ExampleObject(name = "a hamlet", value = TaskExamples.MANY)
                            }))
    Mono<ResponseEntity<?>> assign(Actor actor, @RequestBody TaskRequest request) {
        return assignTasks.assign(actor, mapper.toCommand(request)).map(made -> toReply(request, made));
    }

    @Needs(Permission.READ_TASKS)
    @GetMapping("/{id}")
    @Operation(summary = "Read a task", description = "One task within the caller's scope.")
    @ApiResponse(
            responseCode = "200",
            description = "The task",
            content = @Content(examples = @ExampleObject(TaskExamples.ASSIGNED)))
    Mono<ResponseEntity<TaskResponse>> get(Actor actor, @PathVariable TaskId id) {
        return tasks.get(actor, id).map(replies::document);
    }

    @Needs(Permission.READ_TASKS)
    @GetMapping
    @Operation(summary = "List tasks", description = """
                    Tasks within the caller's scope, those due first at the top. `assignee` is a member's id or `me`; \
                    `due` leaves out what is due after that day.""")
    @ApiResponse(
            responseCode = "200",
            description = "A part of the list",
            content = @Content(examples = @ExampleObject(TaskExamples.PAGE)))
    Mono<Page<TaskResponse>> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam(required = false) @Nullable TaskState state,
            @RequestParam(required = false) @Nullable AreaId hamlet,
            @RequestParam(required = false) @Nullable LocalDate due,
            Paging paging) {
        var filter = new Tasks.Filter(Assignee.of(actor, assignee), state, hamlet, due);
        return tasks.page(actor, filter, paging.limit(), paging.after()).map(replies::page);
    }

    private ResponseEntity<?> toReply(TaskRequest request, List<Task> made) {
        return request.isForMany()
                ? ResponseEntity.status(HttpStatus.CREATED).body(replies.many(made))
                : replies.created(made.get(0));
    }
}
