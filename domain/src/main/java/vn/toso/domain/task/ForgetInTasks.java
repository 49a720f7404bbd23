package vn.toso.domain.task;

import java.util.function.Predicate;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.id.HouseholdId;

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

    private Mono<Long> round(HouseholdId household, Predicate<String> tells) {
        return tasks.of(household)
                .filter(task -> !task.forgetting(tells).equals(task))
                .map(task -> task.forgetting(tells))
                .collectList()
                .flatMap(changed ->
                        tasks.collection().replaceAll(Actor.SYSTEM, changed).then(Mono.just((long) changed.size())));
    }
}
