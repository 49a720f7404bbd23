package vn.toso.domain.sync;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.household.Households;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.sync.Digest.OfHamlet;
import vn.toso.domain.sync.Digest.Sum;
import vn.toso.domain.task.CarriedTasks;
import vn.toso.domain.task.Task;
import vn.toso.domain.task.Tasks;
import vn.toso.domain.visit.Visits;

/** Tells phones what they should hold. */
public final class Digests {

    private static final int AT_ONCE = 8;

    /** Nobody has as many open tasks. */
    private static final int MOST_TASKS = 50_000;

    private final CarriedTasks tasks;
    private final Clock clock;
    private final Inventories inventories;

    public Digests(ChangeLog log, Households households, Visits visits, Tasks tasks, Clock clock) {
        this.tasks = new CarriedTasks(tasks, clock);
        this.clock = clock;
        this.inventories = new Inventories(log, households, visits, this::visitsSince);
    }

    /**
     * What the actor's phone is to hold: households, visits and tasks for a team member, tasks for everybody else. Hamlets
     * come from memory; tasks, of which nobody has many, from the store, since each member sees others.
     */
    public Mono<Digest> of(Actor actor) {
        Instant since = visitsSince();
        return Flux.concat(ofHamlets(actor, since), ofTasks(actor))
                .collect(TreeMap<UUID, Map<String, Sum>>::new, Digests::add)
                .map(sums -> new Digest(since, hamlets(sums)));
    }

    private Instant visitsSince() {
        return Days.startOf(Days.today(clock).minusDays(Pull.DAYS_OF_VISITS));
    }

    private record Part(AreaId hamlet, String kind, Sum sum) {}

    private Flux<Part> ofHamlets(Actor actor, Instant since) {
        return Phone.carriesHouseholds(actor)
                ? Flux.fromIterable(actor.scope().hamlets())
                        .flatMap(hamlet -> inventories.of(hamlet).map(found -> parts(hamlet, found, since)), AT_ONCE)
                        .flatMapIterable(parts -> parts)
                : Flux.empty();
    }

    private static List<Part> parts(AreaId hamlet, Inventory found, Instant since) {
        return List.of(
                new Part(hamlet, "household", found.sumOfHouseholds()),
                new Part(hamlet, "visit", found.sumOfVisits(since)));
    }

    private Flux<Part> ofTasks(Actor actor) {
        return Permission.READ_TASKS.isGivenTo(actor.role())
                ? tasks.page(actor, null, null, MOST_TASKS).map(Digests::part)
                : Flux.empty();
    }

    private static Part part(Task task) {
        Sum one = Sum.NONE.plus(task.id().value(), task.revision().version());
        return new Part(task.hamletId(), "task", one);
    }

    private static void add(Map<UUID, Map<String, Sum>> sums, Part part) {
        if (part.sum().count() > 0) {
            sums.computeIfAbsent(part.hamlet().value(), hamlet -> new TreeMap<>())
                    .merge(part.kind(), part.sum(), Sum::plus);
        }
    }

    private static List<OfHamlet> hamlets(Map<UUID, Map<String, Sum>> sums) {
        return sums.entrySet().stream()
                .map(entry -> new OfHamlet(new AreaId(entry.getKey()), entry.getValue()))
                .toList();
    }
}
