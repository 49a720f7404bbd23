package vn.toso.domain.world;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.Change;
import vn.toso.domain.change.ChangeListener;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.Cursor;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.coverage.CountedUpTo;
import vn.toso.domain.coverage.CoverageOf;
import vn.toso.domain.coverage.Coverages;
import vn.toso.domain.coverage.FollowWork;
import vn.toso.domain.coverage.RecountDue;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.task.AssignTasks;
import vn.toso.domain.task.CompleteTasks;
import vn.toso.domain.task.MoveTask;
import vn.toso.domain.task.Tasks;
import vn.toso.domain.visit.ConsentRule;
import vn.toso.domain.visit.FollowVisits;
import vn.toso.domain.visit.RecordVisit;
import vn.toso.domain.visit.Visits;
import vn.toso.domain.visit.VoidVisit;

/** {@link StoredWorld} with all that is done in it: visits, tasks, coverage. Nothing runs by itself: {@link #settle}. */
public final class WorkingWorld implements AutoCloseable {

    public static final Duration SOON = Duration.ofSeconds(30);

    public final Store store;
    public final Clock clock;
    public final ChangeLog log;
    public final StoredWorld people;
    public final Visits visits;
    public final Tasks tasks;
    public final Coverages coverages;
    public final RecordVisit recordVisit;
    public final VoidVisit voidVisit;
    public final AssignTasks assignTasks;
    public final MoveTask moveTask;
    public final CoverageOf coverageOf;
    private final List<ChangeListener> listeners;
    private Cursor handled = Cursor.START;

    private WorkingWorld(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        log = new ChangeLog(store, clock);
        people = new StoredWorld(store, log, clock);
        visits = new Visits(store, log, clock);
        tasks = new Tasks(store, log, people.teams, clock);
        coverages = new Coverages(store, log, clock);
        recordVisit =
                new RecordVisit(store, visits, people.households, people.catalogues, ConsentRule.UNLESS_REFUSED, clock);
        voidVisit = new VoidVisit(visits, clock);
        assignTasks = new AssignTasks(
                tasks,
                people.households,
                people.members,
                people.teams,
                people.trees,
                people.catalogues,
                clock,
                IdSource.timeOrdered());
        moveTask = new MoveTask(tasks, people.members, people.teams, people.trees, clock);
        coverageOf = new CoverageOf(
                coverages,
                people.trees,
                people.catalogues,
                new CountedUpTo(new FollowVisits(visits, people.households, clock), clock::instant, clock::instant),
                clock);
        listeners = listeners();
    }

    /** A world of its own in a fresh database, with every index. */
    public static WorkingWorld open(String name, Clock clock) {
        WorkingWorld world = new WorkingWorld(TestStore.open(name), clock);
        world.log.createIndexes().then(world.coverages.createIndexes()).block(SOON);
        return world;
    }

    /** The listeners of one more node. */
    public List<ChangeListener> listeners() {
        return List.of(
                new FollowVisits(visits, people.households, clock), new CompleteTasks(tasks, visits), followWork());
    }

    public FollowWork followWork() {
        return new FollowWork(
                coverages,
                people.households,
                visits,
                people.teams,
                people.members,
                people.trees,
                people.catalogues,
                clock);
    }

    public RecountDue recountDue() {
        return recountDue(clock);
    }

    public RecountDue recountDue(Clock clock) {
        return new RecountDue(
                coverages,
                people.households,
                visits,
                people.teams,
                people.members,
                people.trees,
                people.catalogues,
                clock);
    }

    /** Lets the listeners handle all changes, those that they make themselves as well. */
    public void settle() {
        List<Change> batch = news();
        while (!batch.isEmpty()) {
            for (ChangeListener listener : listeners) {
                listener.handle(batch).block(SOON);
            }
            batch = news();
        }
    }

    /** Every change so far. */
    public List<Change> changes() {
        List<Change> all = new ArrayList<>();
        Cursor cursor = Cursor.START;
        List<Change> page;
        do {
            page = log.after(cursor, 1_000).collectList().block(SOON);
            for (Change change : page) {
                cursor = cursor.past(change);
            }
            all.addAll(page);
        } while (!page.isEmpty());
        return all;
    }

    private List<Change> news() {
        List<Change> batch = log.after(handled, 200).collectList().block(SOON);
        for (Change change : batch) {
            handled = handled.past(change);
        }
        return batch;
    }

    /** Stores documents as they are, in their first version. */
    public <D extends Versioned<D>> List<D> put(LoggedCollection<D> documents, List<D> added) {
        return documents.insertAll(Actor.SYSTEM, added).collectList().block(SOON);
    }

    /** What a publisher emits, or the problem that it fails with. */
    public static <T> T await(Mono<T> mono) {
        return mono.block(SOON);
    }

    @Override
    public void close() {
        store.close();
    }
}
