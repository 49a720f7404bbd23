package vn.toso.api.task;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.toso.api.web.IfMatch;
import vn.toso.api.web.Needs;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.task.MoveTask;
import vn.toso.domain.task.MoveTask.Command;
import vn.toso.domain.task.TaskAction;

/** Bringing tasks from one state to another. */
@RestController
@RequestMapping("/v1/tasks/{id}")
@Tag(name = "tasks")
class TaskMoveController {

    private final MoveTask moveTask;
    private final TaskReplies replies;

    TaskMoveController(MoveTask moveTask, TaskReplies replies) {
        this.moveTask = moveTask;
        this.replies = replies;
    }

    @Needs(Permission.WORK_TASKS)
    @PostMapping("/accept")
    @Operation(summary = "Accept a task", description = "Its assignee takes it on: `ASSIGNED` becomes `ACCEPTED`.")
    @ApiResponse(
            responseCode = "200",
            description = "The task, accepted",
            content = @Content(examples = @ExampleObject(TaskExamples.ACCEPTED)))
    Mono<ResponseEntity<TaskResponse>> accept(Actor actor, @PathVariable TaskId id, @IfMatch @Nullable Long version) {
        return move(actor, new Command(id, TaskAction.ACCEPT, null, null, null, version));
    }

    @Needs(Permission.WORK_TASKS)
    @PostMapping("/start")
    @Operation(summary = "Start a task", description = "Its assignee is on the way: it becomes `IN_PROGRESS`.")
    @ApiResponse(
            responseCode = "200",
            description = "The task, in progress",
            content = @Content(examples = @ExampleObject(TaskExamples.STARTED)))
    Mono<ResponseEntity<TaskResponse>> start(Actor actor, @PathVariable TaskId id, @IfMatch @Nullable Long version) {
        return move(actor, new Command(id, TaskAction.START, null, null, null, version));
    }

    @Needs(value = Permission.ASSIGN_TASKS, orOwn = true)
    @PostMapping("/complete")
    @Operation(
            summary = "Complete a task",
            description =
                    "It is done, on time or late. A visit that achieves all that the task wants completes it by itself.")
    @ApiResponse(
            responseCode = "200",
            description = "The task, done",
            content = @Content(examples = @ExampleObject(TaskExamples.DONE)))
    Mono<ResponseEntity<TaskResponse>> complete(Actor actor, @PathVariable TaskId id, @IfMatch @Nullable Long version) {
        return move(actor, new Command(id, TaskAction.COMPLETE, null, null, null, version));
    }

    @Needs(Permission.WORK_TASKS)
    @PostMapping("/claim")
    @Operation(summary = "Claim a team's task", description = """
                    A member of the team takes it. Of several who claim at once one wins, the others get `conflict`. A \
                    claim that isn't worked on for three days returns to the team.""")
    @ApiResponse(
            responseCode = "200",
            description = "The task, claimed",
            content = @Content(examples = @ExampleObject(TaskExamples.ACCEPTED)))
    Mono<ResponseEntity<TaskResponse>> claim(Actor actor, @PathVariable TaskId id, @IfMatch @Nullable Long version) {
        return move(actor, new Command(id, TaskAction.CLAIM, null, null, null, version));
    }

    @Needs(Permission.WORK_TASKS)
    @PostMapping("/decline")
    @Operation(
            summary = "Decline a task",
            description = "Its assignee gives it back to the leader, with a reason.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(TaskExamples.DECLINE))))
    @ApiResponse(
            responseCode = "200",
            description = "The task, back with the leader",
            content = @Content(examples = @ExampleObject(TaskExamples.DECLINED)))
    Mono<ResponseEntity<TaskResponse>> decline(
            Actor actor, @PathVariable TaskId id, @IfMatch @Nullable Long version, @RequestBody ReasonRequest request) {
        return move(actor, new Command(id, TaskAction.DECLINE, request.reason(), null, null, version));
    }

    @Needs(Permission.ASSIGN_TASKS)
    @PostMapping("/cancel")
    @Operation(
            summary = "Cancel a task",
            description = "A leader takes it back, with a reason.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(TaskExamples.CANCEL))))
    @ApiResponse(
            responseCode = "200",
            description = "The task, cancelled",
            content = @Content(examples = @ExampleObject(TaskExamples.CANCELLED)))
    Mono<ResponseEntity<TaskResponse>> cancel(
            Actor actor, @PathVariable TaskId id, @IfMatch @Nullable Long version, @RequestBody ReasonRequest request) {
        return move(actor, new Command(id, TaskAction.CANCEL, request.reason(), null, null, version));
    }

    @Needs(Permission.ASSIGN_TASKS)
    @PostMapping("/reassign")
    @Operation(
            summary = "Reassign a task",
            description =
                    "A leader gives it to another member (`assigneeId`) or team (`teamId`); it is `ASSIGNED` anew.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(TaskExamples.REASSIGN))))
    @ApiResponse(
            responseCode = "200",
            description = "The task with its new assignee",
            content = @Content(examples = @ExampleObject(TaskExamples.ASSIGNED)))
    Mono<ResponseEntity<TaskResponse>> reassign(
            Actor actor,
            @PathVariable TaskId id,
            @IfMatch @Nullable Long version,
            @RequestBody ReassignRequest request) {
        return move(actor, new Command(id, TaskAction.REASSIGN, null, request.assigneeId(), request.teamId(), version));
    }

    private Mono<ResponseEntity<TaskResponse>> move(Actor actor, Command command) {
        return moveTask.move(actor, command).map(replies::document);
    }
}
