package vn.toso.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import vn.toso.domain.area.Area;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.WorkingWorld;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TasksByHamletTest {

    private static final LocalDate TENTH = LocalDate.of(2026, 11, 10);

    private WorkingWorld world;
    private Task eveOfTenth;
    private Task startOfTenth;
    private Task endOfTenth;
    private Task eleventh;
    private Task ofXom5;

    @BeforeAll
    void open() {
        world = WorkingWorld.open("TasksByHamlet", TestWorld.CLOCK);
        eveOfTenth = stored("a", XOM_1, "2026-11-09T16:59:59.999Z", "PAY_BILL");
        startOfTenth = stored("b", XOM_1, "2026-11-09T17:00:00Z", "SAFE", "PAY_BILL");
        endOfTenth = stored("c", XOM_1, "2026-11-10T16:59:59.999Z", "SAFE");
        eleventh = stored("d", XOM_1, "2026-11-10T17:00:00Z", "SAFE");
        ofXom5 = stored("e", XOM_5, "2026-11-10T02:00:00Z");
        stored("f", XOM_DONG, "2026-11-10T02:00:00Z", "SAFE");
    }

    @AfterAll
    void close() {
        world.close();
    }

    private Task stored(String word, Area hamlet, String assignedAt, String... services) {
        Task task = new Task(
                new TaskId(Names.uuid("task " + word)),
                Revision.NONE,
                TaskKind.HOLD_MEETING,
                hamlet.id(),
                null,
                List.of(services),
                TestWorld.LAN.id(),
                null,
                TestWorld.HOA.id(),
                Instant.parse(assignedAt),
                null,
                Priority.NORMAL,
                null,
                null,
                TaskState.ASSIGNED,
                null,
                null,
                null,
                false);
        return world.put(world.tasks.collection(), List.of(task)).get(0);
    }

    private TasksByHamlet tasks(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String service) {
        return new TasksByHamlet(world.tasks, from, to, service);
    }

    private static List<Task> read(Publisher<Task> found) {
        return await(Flux.from(found).collectList());
    }

    private static List<AreaId> hamlets() {
        return List.of(XOM_1.id(), XOM_5.id());
    }

    @Test
    void without_a_question_every_task_of_these_hamlets_comes_and_no_other() {
        assertThat(read(tasks(null, null, null).first(hamlets(), 100)))
                .containsExactlyInAnyOrder(eveOfTenth, startOfTenth, endOfTenth, eleventh, ofXom5);
    }

    @Test
    void days_are_those_on_which_a_task_was_given_from_midnight_to_midnight_in_vietnam() {
        assertThat(read(tasks(TENTH, TENTH, null).first(hamlets(), 100)))
                .containsExactlyInAnyOrder(startOfTenth, endOfTenth, ofXom5);
        assertThat(read(tasks(TENTH.plusDays(1), null, null).first(hamlets(), 100)))
                .containsExactly(eleventh);
        assertThat(read(tasks(null, TENTH.minusDays(1), null).first(hamlets(), 100)))
                .containsExactly(eveOfTenth);
    }

    @Test
    void a_service_narrows_to_the_tasks_that_want_it() {
        assertThat(read(tasks(null, null, "PAY_BILL").first(hamlets(), 100)))
                .containsExactlyInAnyOrder(eveOfTenth, startOfTenth);
        assertThat(read(tasks(TENTH, null, "PAY_BILL").first(hamlets(), 100))).containsExactly(startOfTenth);
    }

    @Test
    void from_any_task_the_hamlet_goes_on_with_the_rest_of_what_was_asked() {
        TasksByHamlet ofTenth = tasks(TENTH, null, "SAFE");
        List<Task> all = read(ofTenth.first(List.of(XOM_1.id()), 100));
        List<Task> oneByOne = new ArrayList<>(read(ofTenth.first(List.of(XOM_1.id()), 1)));
        List<Task> next = oneByOne;
        while (!next.isEmpty()) {
            next = read(ofTenth.after(ofTenth.placeOf(next.get(0)), 1));
            oneByOne.addAll(next);
        }

        assertThat(oneByOne)
                .hasSize(3)
                .isEqualTo(all)
                .isSortedAccordingTo(Comparator.comparing(task -> task.id().toString()));
    }
}
