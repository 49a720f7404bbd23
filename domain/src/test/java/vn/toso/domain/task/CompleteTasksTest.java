package vn.toso.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.service.Outcome.ASSISTED;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.Change;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.household.Household;
import vn.toso.domain.visit.LiveVisits;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.world.TestTasks;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.VisitBuilder;
import vn.toso.domain.world.WorkingWorld;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompleteTasksTest {

    private static final List<String> SERVICES = List.of("PAY_BILL", "DEVICE", "PAY_QR");

    private WorkingWorld world;
    private CompleteTasks complete;

    @BeforeAll
    void open() {
        world = WorkingWorld.open("CompleteTasks", TestWorld.CLOCK);
        complete = new CompleteTasks(world.tasks, world.visits);
    }

    @AfterAll
    void close() {
        world.close();
    }

    private Household household(String name) {
        return world.people.put(aHousehold(name)).get(0);
    }

    private Task stored(Task task) {
        return world.put(world.tasks.collection(), List.of(task)).get(0);
    }

    private Visit stored(VisitBuilder visit) {
        return world.put(world.visits.collection(), List.of(visit.build())).get(0);
    }

    private Task now(Task task) {
        return await(world.tasks.collection().find(task.id()));
    }

    private static Change change(String kind, Versioned<?> document) {
        return new Change(
                kind + document.key() + document.revision().version(),
                0,
                1,
                kind,
                document.key().value(),
                document.revision().version(),
                document.hamlet(),
                Change.Op.PUT,
                document.revision().updatedBy(),
                document.revision().updatedAt());
    }

    private Visit voided(Visit visit) {
        return visit.voided() != null
                ? visit
                : await(world.visits
                        .collection()
                        .replace(Actor.SYSTEM, visit.voided(new Visit.Voided("nhầm", LAN.id(), NOW))));
    }

    @Test
    void a_visit_closes_the_task_and_its_withdrawal_opens_it_again() {
        Household household = household("Vi Văn Một");
        Task task = stored(TestTasks.ofHousehold(household, "PAY_BILL"));
        Visit visit = stored(aVisit("one").to(household).did("PAY_BILL", ACHIEVED));

        await(complete.handle(List.of(change("visit", visit))));
        assertThat(now(task).completedByVisit()).isEqualTo(visit.id());

        await(complete.handle(List.of(change("visit", voided(visit)))));
        assertThat(now(task).state()).isEqualTo(TaskState.ASSIGNED);
        assertThat(now(task).revision().version()).isEqualTo(3);
    }

    /**
     * A node froze when it had found the task done by a visit that is withdrawn since, and sends that when it wakes. The
     * node that took over sees both at once and finds everything right.
     */
    @Test
    void what_a_node_that_froze_still_sends_finds_another_version() {
        Household household = household("Vi Văn Đông");
        Task task = stored(TestTasks.ofHousehold(household, "PAY_BILL"));
        Visit late = stored(aVisit("late").to(household).did("PAY_BILL", ACHIEVED));
        await(complete.handle(List.of(change("visit", late))));
        Visit early = stored(aVisit("early")
                .to(household)
                .did("PAY_BILL", ACHIEVED)
                .at(NOW.atOffset(ZoneOffset.ofHours(7)).minusHours(1)));
        Task doneEarly = now(task).completed(early.occurredAt(), early.id());
        Visit withdrawn = voided(early);

        await(complete.handleContested(List.of(change("visit", early), change("visit", withdrawn))));

        assertThat(await(world.tasks
                        .collection()
                        .replaceAll(Actor.SYSTEM, List.of(doneEarly))
                        .collectList()))
                .isEmpty();
        assertThat(now(task).completedByVisit()).isEqualTo(late.id());
    }

    /** Its own writes come back as changes. */
    @Test
    void a_contested_task_is_not_written_for_ever() {
        Household household = household("Vi Văn Tây");
        Task task = stored(TestTasks.ofHousehold(household, "PAY_BILL"));
        Visit visit = stored(aVisit("contested").to(household).did("PAY_BILL", ACHIEVED));
        await(complete.handleContested(List.of(change("visit", visit))));
        Task done = now(task);

        await(complete.handleContested(List.of(change("task", done))));

        assertThat(now(task)).isEqualTo(done);
    }

    @Test
    void handling_again_writes_nothing() {
        Household household = household("Vi Văn Hai");
        Task task = stored(TestTasks.ofHousehold(household, "PAY_BILL"));
        Task open = stored(TestTasks.ofHousehold(household, "DEVICE"));
        List<Change> changes = List.of(
                change("visit", stored(aVisit("again").to(household).did("PAY_BILL", ACHIEVED))),
                change("task", task),
                change("household", household));

        await(complete.handle(changes));
        Task done = now(task);
        await(complete.handle(changes));

        assertThat(now(task)).isEqualTo(done);
        assertThat(now(open)).isEqualTo(open);
    }

    @Test
    void a_visit_received_before_the_task_was_stored_completes_it_too() {
        Household household = household("Vi Văn Ba");
        Visit visit = stored(aVisit("meanwhile").to(household).did("PAY_BILL", ACHIEVED));
        await(complete.handle(List.of(change("visit", visit))));

        Task task = stored(TestTasks.ofHousehold(household, "PAY_BILL"));
        await(complete.handle(List.of(change("task", task))));

        assertThat(now(task).state()).isEqualTo(TaskState.DONE);
    }

    @Test
    void a_meeting_closes_the_hamlet_s_task_and_leaves_households_alone() {
        Task meeting = stored(TestTasks.ofHamlet(TaskKind.HOLD_MEETING, XOM_1.id(), "MEETING"));
        Task visiting = stored(TestTasks.ofHousehold(household("Vi Văn Bốn")));
        Visit session = stored(aVisit("meeting").in(XOM_1.id()).did("MEETING", ACHIEVED));

        await(complete.handle(List.of(change("visit", session))));

        assertThat(now(meeting).completedByVisit()).isEqualTo(session.id());
        assertThat(now(visiting)).isEqualTo(visiting);
    }

    /** Visits, corrections and voids in any order, in batches, some twice, on two nodes, while leaders reassign. */
    @Test
    void tasks_end_as_their_visits_say_whatever_happened_on_the_way() {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            Household household = household("Ngẫu Nhiên " + seed);
            List<Task> tasks = IntStream.range(0, 4)
                    .mapToObj(i -> stored(TestTasks.ofHousehold(
                            household, SERVICES.subList(0, random.nextInt(4)).toArray(String[]::new))))
                    .toList();
            List<VisitBuilder> visits = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                VisitBuilder visit = aVisit(seed + " " + i)
                        .to(household)
                        .at("2026-11-%02dT08:00:00+07:00".formatted(1 + random.nextInt(19)))
                        .received("2026-11-20T%02d:00:00+07:00".formatted(18 + random.nextInt(4)))
                        .did(SERVICES.get(random.nextInt(3)), random.nextInt(3) == 0 ? ACHIEVED : ASSISTED);
                if (i > 0 && random.nextInt(4) == 0) {
                    visit.correcting(visits.get(random.nextInt(i)).id());
                }
                visits.add(visit);
            }
            Collections.shuffle(visits, random);
            runThrough(random, visits);
            List<Visit> live = LiveVisits.of(
                    await(world.visits.ofHouseholds(List.of(household.id())).collectList()));
            for (Task task : tasks) {
                Task after = now(task);
                Task expected = WorkDone.judge(task, live);
                assertThat(after.state()).as("seed %d", seed).isEqualTo(expected.state());
                assertThat(after.completedByVisit()).as("seed %d", seed).isEqualTo(expected.completedByVisit());
                assertThat(after.completedAt()).as("seed %d", seed).isEqualTo(expected.completedAt());
            }
        }
    }

    private void runThrough(Random random, List<VisitBuilder> visits) {
        CompleteTasks otherNode = new CompleteTasks(world.tasks, world.visits);
        List<Visit> stored = new ArrayList<>();
        for (VisitBuilder next : visits) {
            stored.add(stored(next));
            int at = random.nextInt(stored.size());
            if (random.nextInt(4) == 0) {
                stored.set(at, voided(stored.get(at)));
            }
            Change older = change("visit", stored.get(at));
            Change newest = change("visit", stored.get(stored.size() - 1));
            await(Mono.when(complete.handle(List.of(newest, older)), otherNode.handle(List.of(older))));
        }
    }
}
