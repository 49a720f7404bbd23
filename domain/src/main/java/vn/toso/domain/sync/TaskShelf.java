package vn.toso.domain.sync;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.task.CarriedTasks;
import vn.toso.domain.task.Task;

/** The open tasks that a team member may work on, or that somebody else gave. */
final class TaskShelf implements Shelf {

    private final CarriedTasks tasks;

    TaskShelf(CarriedTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public String kind() {
        return tasks.kind();
    }

    @Override
    public boolean isFor(Actor actor) {
        return Permission.READ_TASKS.isGivenTo(actor.role());
    }

    /** Who sees the whole province has no list of hamlets to go through. */
    @Override
    public boolean isByHamlet(Actor actor) {
        return Phone.carriesHouseholds(actor);
    }

    @Override
    public Flux<Task> present(Phone phone, Collection<UUID> ids) {
        return tasks.findAll(phone.actor(), ids.stream().map(TaskId::new).toList());
    }

    /** Who gave a task stays the same, so others than its giver never had it. */
    @Override
    public Flux<UUID> lost(Phone phone, Collection<UUID> absent) {
        return Phone.carriesHouseholds(phone.actor())
                ? Flux.fromIterable(absent)
                : tasks.givenAmong(
                                phone.actor(), absent.stream().map(TaskId::new).toList())
                        .map(TaskId::value);
    }

    @Override
    public Flux<Task> page(Phone phone, @Nullable AreaId hamlet, Place.@Nullable Key after, int limit) {
        return tasks.page(phone.actor(), hamlet, after == null ? null : after.id(), limit);
    }
}
