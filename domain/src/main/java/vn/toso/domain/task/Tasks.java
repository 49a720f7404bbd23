package vn.toso.domain.task;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.storage.Store;

/** The tasks, and every statement about them. */
public final class Tasks {

    private static final List<IndexModel> INDEXES = List.of(
            new IndexModel(Indexes.ascending("householdId")),
            new IndexModel(Indexes.ascending("hamletId", "due", "_id")),
            new IndexModel(Indexes.ascending("assigneeId", "due", "_id")),
            new IndexModel(Indexes.ascending("teamId", "due", "_id")));

    private final LoggedCollection<Task> tasks;

    public Tasks(Store store, ChangeLog log, Clock clock) {
        this.tasks = new LoggedCollection<>(store, log, clock, "task", "tasks", Task.class, INDEXES);
    }

    /** For those who write tasks without deciding anything: the loader of demo data, the sweep of the log. */
    public LoggedCollection<Task> collection() {
        return tasks;
    }

    /** The task within the actor's scope, or {@code not-found}. */
    public Mono<Task> get(Actor actor, TaskId id) {
        return Mono.fromRunnable(() -> actor.require(Permission.READ_TASKS))
                .then(tasks.find(id))
                .filter(task -> actor.scope().hasHamlet(task.hamletId()))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("task")));
    }
}
