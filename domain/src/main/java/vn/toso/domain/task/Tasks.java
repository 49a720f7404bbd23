package vn.toso.domain.task;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.storage.Page;
import vn.toso.domain.storage.PageToken;
import vn.toso.domain.storage.Store;

/** The tasks, and every statement about them. */
public final class Tasks {

    private static final List<IndexModel> INDEXES = List.of(
            new IndexModel(Indexes.ascending("householdId")),
            new IndexModel(Indexes.ascending("hamletId", "due", "_id")),
            new IndexModel(Indexes.ascending("assigneeId", "due", "_id")),
            new IndexModel(Indexes.ascending("teamId", "due", "_id")));

    /**
     * Which tasks a list shows; what is null doesn't matter.
     *
     * @param dueBy the latest last day; leaves out what is open-ended
     */
    public record Filter(
            @Nullable MemberId assignee,
            @Nullable TaskState state,
            @Nullable AreaId hamlet,
            @Nullable LocalDate dueBy) {}

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

    /**
     * Tasks within the actor's scope, those due first at the top, the open-ended ones last.
     *
     * @param limit how many, 1 to {@link Page#LARGEST}
     * @param after token of the page before; null for the first
     */
    public Mono<Page<Task>> page(Actor actor, Filter filter, int limit, @Nullable String after) {
        return Mono.defer(() -> {
                    actor.require(Permission.READ_TASKS);
                    PageToken.checkLimit(limit);
                    Start start = Start.of(after);
                    return requestSome(and(partsOf(actor, filter)), start, limit + 1);
                })
                .map(found -> Page.of(found, limit, Start::tokenAfter));
    }

    /** Two statements at most: a database sorts what has no day first. */
    private Mono<List<Task>> requestSome(Bson which, Start start, int howMany) {
        Mono<List<Task>> dated = start.isAmongDated()
                ? request(and(which, ne("due", null), start.filter()), howMany)
                : Mono.just(List.of());
        return dated.flatMap(first -> first.size() == howMany
                ? Mono.just(first)
                : requestOpenEnded(which, start, howMany - first.size())
                        .map(rest ->
                                Stream.concat(first.stream(), rest.stream()).toList()));
    }

    private Mono<List<Task>> requestOpenEnded(Bson which, Start start, int howMany) {
        Bson rest = start.isAmongDated() ? Filters.empty() : start.filter();
        return request(and(which, eq("due", null), rest), howMany);
    }

    private Mono<List<Task>> request(Bson which, int howMany) {
        return Flux.from(tasks.documents()
                        .find(which)
                        .sort(ascending("due", "_id"))
                        .limit(howMany))
                .collectList();
    }

    private static List<Bson> partsOf(Actor actor, Filter filter) {
        List<Bson> parts = new ArrayList<>();
        parts.add(
                actor.scope().everything()
                        ? Filters.empty()
                        : in("hamletId", actor.scope().hamlets()));
        addIfGiven(parts, filter.assignee(), id -> eq("assigneeId", id));
        addIfGiven(parts, filter.state(), state -> eq("state", state));
        addIfGiven(parts, filter.hamlet(), id -> eq("hamletId", id));
        addIfGiven(parts, filter.dueBy(), day -> lte("due", day));
        return parts;
    }

    private static <T> void addIfGiven(List<Bson> parts, @Nullable T value, Function<T, Bson> part) {
        if (value != null) {
            parts.add(part.apply(value));
        }
    }

    /** Where a page begins: behind the task with this last day and id; null day for an open-ended one. */
    private record Start(@Nullable LocalDate due, @Nullable UUID id) {

        private static final String OPEN_ENDED = "-";

        static Start of(@Nullable String token) {
            if (token == null) {
                return new Start(null, null);
            }
            List<String> parts = PageToken.parts(token, 2);
            return new Start(parts.get(0).equals(OPEN_ENDED) ? null : day(parts.get(0)), PageToken.uuid(parts.get(1)));
        }

        private static LocalDate day(String part) {
            try {
                return LocalDate.parse(part);
            } catch (DateTimeParseException notOurs) {
                throw PageToken.foreign();
            }
        }

        static String tokenAfter(Task last) {
            return PageToken.of(last.due() == null ? OPEN_ENDED : last.due(), last.id());
        }

        boolean isAmongDated() {
            return due != null || id == null;
        }

        Bson filter() {
            if (id == null) {
                return Filters.empty();
            }
            return due == null ? gt("_id", id) : or(gt("due", due), and(eq("due", due), gt("_id", id)));
        }
    }
}
