package vn.toso.domain.task;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.TaskId;

/** Takes what people wrote about somebody out of the tasks of a household. */
public final class ForgetInTasks {

    private final Tasks tasks;

    public ForgetInTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    /**
     * Emits how many tasks were changed, once none is left that says anything of the person.
     *
     * @param tells whether a text is about them
     */
    public Mono<Long> forget(HouseholdId household, Predicate<String> tells) {
        return round(household, tells)
                .expand(changed -> changed == 0 ? Mono.empty() : round(household, tells))
                .reduce(0L, Long::sum);
    }

    /** The tasks about a household: what is said of one of them may be said of somebody who lives there. */
    public Flux<TaskId> idsOf(HouseholdId household) {
        return tasks.of(household).map(Task::id);
    }

    private Mono<Long> round(HouseholdId household, Predicate<String> tells) {
        return tasks.of(household)
                .filter(task -> tells(task.note(), tells) || tells(task.reason(), tells))
                .map(task -> without(task, tells))
                .collectList()
                .flatMap(changed ->
                        tasks.collection().replaceAll(Actor.SYSTEM, changed).then(Mono.just((long) changed.size())));
    }

    private static boolean tells(@Nullable String text, Predicate<String> tells) {
        return text != null && tells.test(text);
    }

    private static Task without(Task task, Predicate<String> tells) {
        return new Task(
                task.id(),
                task.revision(),
                task.kind(),
                task.hamletId(),
                task.householdId(),
                task.services(),
                task.assigneeId(),
                task.teamId(),
                task.assignedBy(),
                task.assignedAt(),
                task.claimedUntil(),
                task.priority(),
                task.due(),
                tells(task.note(), tells) ? null : task.note(),
                task.state(),
                tells(task.reason(), tells) ? null : task.reason(),
                task.completedAt(),
                task.completedByVisit(),
                task.formerAssignees(),
                task.lateWork(),
                task.campaignId(),
                task.generated());
    }
}
