package vn.toso.domain.task;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.FindPublisher;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Role;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.id.TeamId;

/**
 * The open tasks that phones carry with them: a member of a team those that the member sees, everybody else those that
 * they gave by hand.
 */
public final class CarriedTasks {

    private final Tasks tasks;
    private final Clock clock;

    public CarriedTasks(Tasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /** The word for a task in the log. */
    public String kind() {
        return tasks.collection().kind();
    }

    /**
     * Some of them, by id, as they read now.
     *
     * @param hamlet only tasks in this one; null for all
     */
    public Flux<Task> page(Actor actor, @Nullable AreaId hamlet, @Nullable UUID after, int limit) {
        List<Bson> parts = new ArrayList<>();
        if (hamlet != null) {
            parts.add(eq("hamletId", hamlet));
        }
        if (after != null) {
            parts.add(gt("_id", after));
        }
        return carried(actor, parts)
                .flatMapMany(which -> statement(which, limit))
                .map(task -> task.asOf(clock.instant()));
    }

    /** Those of the named ones that the phone carries, as they read now. */
    public Flux<Task> findAll(Actor actor, Collection<TaskId> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : carried(actor, List.of(in("_id", ids)))
                        .flatMapMany(which -> statement(which, ids.size()))
                        .map(task -> task.asOf(clock.instant()));
    }

    /** Those of the named ones that the actor gave, open or not. */
    public Flux<TaskId> givenAmong(Actor actor, Collection<TaskId> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : Flux.from(tasks.collection()
                                .documents()
                                .find(and(in("_id", ids), eq("assignedBy", actor.memberId()))))
                        .map(Task::id);
    }

    Mono<Bson> carried(Actor actor, List<Bson> parts) {
        return tasks.visible(actor).map(visible -> {
            Bson given = actor.role() == Role.TEAM_MEMBER ? Filters.empty() : givenBy(actor);
            return and(visible, given, in("state", TaskState.OPEN), parts.isEmpty() ? Filters.empty() : and(parts));
        });
    }

    /** Not what a campaign of theirs gave to others: that may be a hundred thousand tasks. */
    private static Bson givenBy(Actor actor) {
        return and(eq("assignedBy", actor.memberId()), or(eq("campaignId", null), eq("assigneeId", actor.memberId())));
    }

    FindPublisher<Task> statement(Bson which, int limit) {
        return tasks.collection().documents().find(which).sort(ascending("_id")).limit(limit);
    }

    /** The open tasks of these teams. */
    public Flux<TaskId> openOf(Collection<TeamId> ofTeams) {
        return ofTeams.isEmpty()
                ? Flux.empty()
                : Flux.from(tasks.collection()
                                .documents()
                                .find(and(in("teamId", ofTeams), in("state", TaskState.OPEN))))
                        .map(Task::id);
    }
}
