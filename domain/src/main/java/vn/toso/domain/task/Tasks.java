package vn.toso.domain.task;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.FindPublisher;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
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
import vn.toso.domain.access.Role;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.storage.Page;
import vn.toso.domain.storage.PageToken;
import vn.toso.domain.storage.Store;
import vn.toso.domain.team.Team;
import vn.toso.domain.team.Teams;
import vn.toso.domain.vault.Sealing;

/** The tasks, and every statement about them. */
public final class Tasks {

    private static final String NAME = "tasks";

    /** What people write. */
    private static final Sealing SEALING = Sealing.of(NAME, "note", "reason");

    private static final List<IndexModel> INDEXES = List.of(
            // Tasks about a hamlet as a whole have no household: they stand together at one end of this index.
            new IndexModel(Indexes.ascending("householdId", "hamletId")),
            new IndexModel(Indexes.ascending("hamletId", "due", "_id")),
            new IndexModel(Indexes.ascending("assigneeId", "due", "_id")),
            new IndexModel(Indexes.ascending("teamId", "due", "_id")),
            new IndexModel(Indexes.ascending("due", "_id")),
            new IndexModel(Indexes.ascending("hamletId", "state", "_id")),
            new IndexModel(Indexes.ascending("assignedBy", "state", "_id")),
            new IndexModel(Indexes.ascending("campaignId", "hamletId", "state")),
            new IndexModel(Indexes.ascending("campaignId", "state")));

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
    private final Teams teams;
    private final Clock clock;

    public Tasks(Store store, ChangeLog log, Teams teams, Clock clock) {
        this.tasks = new LoggedCollection<>(
                store, log, clock, "task", NAME, store.collection(NAME, Task.class, SEALING), INDEXES);
        this.teams = teams;
        this.clock = clock;
    }

    /** For those who write tasks without deciding anything: the loader of demo data, the sweep of the log. */
    public LoggedCollection<Task> collection() {
        return tasks;
    }

    /** The task as it reads now, when the actor sees it; else {@code not-found}. */
    public Mono<Task> get(Actor actor, TaskId id) {
        Instant now = clock.instant();
        return find(actor, id).map(task -> task.asOf(now));
    }

    /** All tasks about a household as stored, in no particular order; the caller answers for the scope. */
    public Flux<Task> of(HouseholdId household) {
        return Flux.from(tasks.documents().find(eq("householdId", household)));
    }

    /** The task as stored. */
    Mono<Task> find(Actor actor, TaskId id) {
        return Mono.fromRunnable(() -> actor.require(Permission.READ_TASKS))
                .then(Mono.defer(() -> visible(actor)))
                .flatMap(visible -> Mono.from(
                        tasks.documents().find(and(eq("_id", id), visible)).first()))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("task")));
    }

    /** The task as stored, when the actor sees it or had it before, and it lies in the scope; else {@code not-found}. */
    Mono<Task> findOnceOwn(Actor actor, TaskId id) {
        return Mono.from(tasks.documents()
                        .find(and(eq("_id", id), within(actor), eq("formerAssignees", actor.memberId())))
                        .first())
                .switchIfEmpty(Mono.defer(() -> find(actor, id)));
    }

    /**
     * The tasks that visits to these places may close or open again: the open ones, and those that a visit closed. In no
     * particular order.
     *
     * @param hamlets whose own tasks are meant, not those of their households
     */
    Flux<Task> thatVisitsDecide(Collection<HouseholdId> households, Collection<AreaId> hamlets) {
        Flux<Task> ofHouseholds = households.isEmpty() ? Flux.empty() : Flux.from(statementOfHouseholds(households));
        Flux<Task> ofHamlets = hamlets.isEmpty() ? Flux.empty() : Flux.from(statementOfHamlets(hamlets));
        return Flux.concat(ofHouseholds, ofHamlets);
    }

    FindPublisher<Task> statementOfHouseholds(Collection<HouseholdId> households) {
        return tasks.documents().find(and(in("householdId", households), undecided()));
    }

    FindPublisher<Task> statementOfHamlets(Collection<AreaId> hamlets) {
        return tasks.documents().find(and(eq("householdId", null), in("hamletId", hamlets), undecided()));
    }

    /**
     * The open tasks of one last day as they read now, by id, page by page.
     *
     * @param after the last one seen; null for none
     */
    public Flux<Task> openDueOn(LocalDate due, @Nullable TaskId after, int limit) {
        Instant now = clock.instant();
        return Flux.from(statementDueOn(due, after, limit)).map(task -> task.asOf(now));
    }

    FindPublisher<Task> statementDueOn(LocalDate due, @Nullable TaskId after, int limit) {
        Bson rest = after == null ? Filters.empty() : gt("_id", after);
        return tasks.documents()
                .find(and(eq("due", due), in("state", TaskState.OPEN), rest))
                .sort(ascending("due", "_id"))
                .limit(limit)
                .batchSize(limit + 1);
    }

    private static Bson undecided() {
        return or(in("state", TaskState.OPEN), exists("completedByVisit"));
    }

    /**
     * The tasks that the actor sees, as they read now: those due first at the top, the open-ended ones last.
     *
     * @param limit how many, 1 to {@link Page#LARGEST}
     * @param after token of the page before; null for the first
     */
    public Mono<Page<Task>> page(Actor actor, Filter filter, int limit, @Nullable String after) {
        Instant now = clock.instant();
        return Mono.defer(() -> {
                    actor.require(Permission.READ_TASKS);
                    PageToken.checkLimit(limit);
                    return asked(actor, filter, now);
                })
                .flatMap(which -> requestSome(which, Start.of(after), limit + 1))
                .map(found -> Page.of(found, limit, Start::tokenAfter))
                .map(page -> page.map(task -> task.asOf(now)));
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
        return Flux.from(statement(which, howMany)).collectList();
    }

    FindPublisher<Task> statement(Bson which, int howMany) {
        return tasks.documents().find(which).sort(ascending("due", "_id")).limit(howMany);
    }

    Mono<Bson> asked(Actor actor, Filter filter, Instant now) {
        return visible(actor).map(visible -> and(visible, and(partsOf(actor, filter, now))));
    }

    /** A member of a team sees what is theirs or their team's; everybody else all tasks of the scope. */
    Mono<Bson> visible(Actor actor) {
        Bson within = within(actor);
        return actor.role() == Role.TEAM_MEMBER
                ? teams.ofMember(actor.memberId())
                        .map(Team::id)
                        .collectList()
                        .map(own -> and(within, or(eq("assigneeId", actor.memberId()), in("teamId", own))))
                : Mono.just(within);
    }

    private static Bson within(Actor actor) {
        return actor.scope().everything()
                ? Filters.empty()
                : in("hamletId", actor.scope().hamlets());
    }

    private static List<Bson> partsOf(Actor actor, Filter filter, Instant now) {
        List<Bson> parts = new ArrayList<>();
        if (filter.hamlet() != null && !actor.scope().hasHamlet(filter.hamlet())) {
            throw Problem.notFound("hamlet");
        }
        parts.add(Filters.empty());
        addIfGiven(parts, filter.assignee(), id -> and(eq("assigneeId", id), nor(lapsed(now))));
        addIfGiven(parts, filter.state(), state -> reads(state, now));
        addIfGiven(parts, filter.hamlet(), id -> eq("hamletId", id));
        addIfGiven(parts, filter.dueBy(), day -> lte("due", day));
        return parts;
    }

    /** What {@link Task#asOf} says, in the statement. */
    private static Bson reads(TaskState state, Instant now) {
        return switch (state) {
            case ASSIGNED -> or(eq("state", state), lapsed(now));
            case ACCEPTED -> and(eq("state", state), nor(lapsed(now)));
            default -> eq("state", state);
        };
    }

    private static Bson lapsed(Instant now) {
        return and(in("state", TaskState.ASSIGNED, TaskState.ACCEPTED), lte("claimedUntil", now));
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
