package vn.toso.domain.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.Change;
import vn.toso.domain.change.ChangeListener;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.Id;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.visit.LiveVisits;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.visit.Visits;

/**
 * Closes the tasks whose work a visit did, and opens them again when that visit is taken back. Follows visits, and tasks
 * as well: a visit may have been received between the moment a task was given and the moment it was stored.
 */
public final class CompleteTasks implements ChangeListener {

    /** Where something happened: households, or hamlets as a whole. */
    private record Places(Set<HouseholdId> households, Set<AreaId> hamlets) {

        static Places of(Stream<Visit> visits, Stream<Task> tasks) {
            Places places = new Places(new HashSet<>(), new HashSet<>());
            visits.forEach(visit -> places.add(visit.householdId(), visit.hamletId()));
            tasks.forEach(task -> places.add(task.householdId(), task.hamletId()));
            return places;
        }

        private void add(@Nullable HouseholdId household, AreaId hamlet) {
            if (household == null) {
                hamlets.add(hamlet);
            } else {
                households.add(household);
            }
        }

        boolean isEmpty() {
            return households.isEmpty() && hamlets.isEmpty();
        }
    }

    /** What changed. */
    private static final class News {
        private final Map<Id, List<Visit>> visits;
        private final Set<TaskId> tasks = new HashSet<>();
        private final Places places;
        private final boolean contested;

        News(List<Visit> visits, List<Task> tasks, boolean contested) {
            this.contested = contested;
            this.visits = visits.stream()
                    .collect(Collectors.groupingBy(visit -> place(visit.householdId(), visit.hamletId())));
            tasks.forEach(task -> this.tasks.add(task.id()));
            this.places = Places.of(visits.stream(), tasks.stream());
        }

        Places places() {
            return places;
        }

        boolean mayMatterTo(Task task) {
            return tasks.contains(task.id()) || visitsMayMatterTo(task);
        }

        private boolean visitsMayMatterTo(Task task) {
            return visits.getOrDefault(place(task.householdId(), task.hamletId()), List.of()).stream()
                    .anyMatch(visit -> WorkDone.mayMatter(task, visit));
        }

        /** By visits alone: a task that is written only because it changed would change for ever. */
        boolean isToBeWritten(Task task, Task judged) {
            return !judged.equals(task) || (contested && visitsMayMatterTo(task));
        }
    }

    private final Tasks tasks;
    private final Visits visits;

    public CompleteTasks(Tasks tasks, Visits visits) {
        this.tasks = tasks;
        this.visits = visits;
    }

    @Override
    public String name() {
        return "task-completion";
    }

    @Override
    public Mono<Void> handle(List<Change> changes) {
        return handle(changes, false);
    }

    @Override
    public Mono<Void> handleContested(List<Change> changes) {
        return handle(changes, true);
    }

    private Mono<Void> handle(List<Change> changes, boolean contested) {
        List<VisitId> changedVisits =
                entities(changes, "visit").map(VisitId::new).toList();
        List<TaskId> changedTasks = entities(changes, "task").map(TaskId::new).toList();
        return Mono.zip(
                        visits.collection().findAll(changedVisits).collectList(),
                        tasks.collection().findAll(changedTasks).collectList())
                .flatMap(read -> judgeAt(new News(read.getT1(), read.getT2(), contested)));
    }

    private static Stream<UUID> entities(List<Change> changes, String kind) {
        return changes.stream()
                .filter(change -> change.kind().equals(kind))
                .map(Change::entity)
                .distinct();
    }

    private Mono<Void> judgeAt(News news) {
        Places places = news.places();
        return places.isEmpty()
                ? Mono.empty()
                : tasks.thatVisitsDecide(places.households(), places.hamlets())
                        .filter(news::mayMatterTo)
                        .collectList()
                        .flatMap(candidates -> judge(candidates, news))
                        .flatMap(done -> done ? Mono.empty() : judgeAt(news));
    }

    /**
     * Tasks are read before visits: then a task at that version was judged by visits no newer than those read here, and
     * writing fails if another node was faster; false then.
     */
    private Mono<Boolean> judge(List<Task> candidates, News news) {
        Places places = Places.of(Stream.empty(), candidates.stream());
        return Flux.concat(visits.ofHouseholds(places.households()), visits.sessionsOf(places.hamlets()))
                .collectMultimap(visit -> place(visit.householdId(), visit.hamletId()))
                .map(visitsAt -> judged(candidates, visitsAt, news))
                .flatMap(judged -> tasks.collection()
                        .replaceAll(Actor.SYSTEM, judged)
                        .count()
                        .map(written -> written == judged.size()));
    }

    private static List<Task> judged(List<Task> candidates, Map<Id, Collection<Visit>> visitsAt, News news) {
        List<Task> changed = new ArrayList<>();
        for (Task task : candidates) {
            Collection<Visit> all = visitsAt.getOrDefault(place(task.householdId(), task.hamletId()), List.of());
            Task judged = WorkDone.judge(task, LiveVisits.of(all));
            if (news.isToBeWritten(task, judged)) {
                changed.add(judged);
            }
        }
        return changed;
    }

    private static Id place(@Nullable HouseholdId household, AreaId hamlet) {
        return household == null ? hamlet : household;
    }
}
