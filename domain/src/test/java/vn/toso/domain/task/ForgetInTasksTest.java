package vn.toso.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.WorkingWorld.await;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.toso.domain.household.Household;
import vn.toso.domain.world.TestTasks;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.WorkingWorld;

/** The notes and reasons of a household's tasks that tell of somebody go; the tasks stay. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgetInTasksTest {

    private WorkingWorld world;
    private ForgetInTasks forgetting;

    @BeforeAll
    void open() {
        world = WorkingWorld.open("ForgetInTasks", TestWorld.CLOCK);
        forgetting = new ForgetInTasks(world.tasks);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void a_note_and_a_reason_go_each_for_itself() {
        Household home = home("Moong Thị Xuyến");
        Task noted = stored(home, "hỏi bà Xuyến", "nhà đi vắng");
        Task declined = stored(home, "mang theo máy", "bà Xuyến ốm");
        Task both = stored(home, "hỏi bà Xuyến", "bà Xuyến ốm");

        assertThat(forgotten(home)).isEqualTo(3);

        assertThat(now(noted).note()).isNull();
        assertThat(now(noted).reason()).isEqualTo("nhà đi vắng");
        assertThat(now(declined).note()).isEqualTo("mang theo máy");
        assertThat(now(declined).reason()).isNull();
        assertThat(now(both).note()).isNull();
        assertThat(now(both).reason()).isNull();
    }

    @Test
    void everything_else_of_such_a_task_stays() {
        Household home = home("Vi Văn Thông");
        Task noted = stored(home, "hỏi bà Xuyến", null);

        assertThat(forgotten(home)).isEqualTo(1);

        assertThat(now(noted))
                .usingRecursiveComparison()
                .ignoringFields("note", "revision")
                .isEqualTo(noted);
        assertThat(now(noted).revision().version()).isEqualTo(noted.revision().version() + 1);
    }

    @Test
    void tasks_that_say_nothing_of_the_person_are_not_written_again() {
        Household home = home("Lô Văn Xa");
        Task silent = stored(home, null, null);
        Task other = stored(home, "hỏi ông Xa", "ông Xa ốm");

        assertThat(forgotten(home)).isZero();

        assertThat(now(silent)).isEqualTo(silent);
        assertThat(now(other)).isEqualTo(other);
    }

    @Test
    void tasks_of_another_household_stay_as_they_are() {
        Household home = home("Lê Thị Gần");
        Task elsewhere = stored(home("Lê Văn Bên"), "hỏi bà Xuyến", null);

        assertThat(forgotten(home)).isZero();

        assertThat(now(elsewhere)).isEqualTo(elsewhere);
    }

    @Test
    void forgetting_again_finds_nothing_more() {
        Household home = home("Hà Văn Hai");
        Task noted = stored(home, "hỏi bà Xuyến", null);
        assertThat(forgotten(home)).isEqualTo(1);
        Task first = now(noted);

        assertThat(forgotten(home)).isZero();

        assertThat(now(noted)).isEqualTo(first);
    }

    private Household home(String head) {
        return world.people.put(aHousehold(head)).get(0);
    }

    private Task stored(Household home, @Nullable String note, @Nullable String reason) {
        Task task = saying(TestTasks.ofHousehold(home, "SAFE"), note, reason);
        return world.put(world.tasks.collection(), List.of(task)).get(0);
    }

    private Task now(Task task) {
        return await(world.tasks.collection().find(task.id()));
    }

    private long forgotten(Household home) {
        return await(forgetting.forget(home.id(), text -> text.contains("Xuyến")));
    }

    private static Task saying(Task task, @Nullable String note, @Nullable String reason) {
        return new Task(
                task.id(),
                task.revision(),
                task.kind(),
                task.hamletId(),
                task.householdId(),
                task.services(),
                task.assigneeId(),
                task.teamId(),
                task.assignedBy(),
                task.assignedAt(),
                task.claimedUntil(),
                task.priority(),
                TestWorld.TODAY,
                note,
                TaskState.DECLINED,
                reason,
                task.completedAt(),
                task.completedByVisit(),
                List.of(TestWorld.MINH.id()),
                List.of(new LateWork(TestWorld.MINH.id(), TaskAction.START, null, TestWorld.NOW)),
                task.campaignId(),
                task.generated());
    }
}
