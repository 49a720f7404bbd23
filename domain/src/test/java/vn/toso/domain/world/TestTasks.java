package vn.toso.domain.world;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.task.Priority;
import vn.toso.domain.task.Task;
import vn.toso.domain.task.TaskKind;
import vn.toso.domain.task.TaskState;

/** Tasks that stand on file: from Hoa to Lan, given at {@link TestWorld#NOW}, open-ended. */
public final class TestTasks {

    private TestTasks() {}

    public static Task ofHousehold(Household household, String... services) {
        return task(TaskKind.VISIT_HOUSEHOLD, household.hamletId(), household.id(), services);
    }

    public static Task ofHamlet(TaskKind kind, AreaId hamlet, String... services) {
        return task(kind, hamlet, null, services);
    }

    /** For whoever of the team claims it. */
    public static Task ofTeam(Household household, TeamId team) {
        return task(TaskKind.VISIT_HOUSEHOLD, household.hamletId(), household.id(), null, team, TestWorld.HOA.id());
    }

    /** From somebody else than Hoa. */
    public static Task givenBy(MemberId giver, Household household) {
        MemberId lan = TestWorld.LAN.id();
        return task(TaskKind.VISIT_HOUSEHOLD, household.hamletId(), household.id(), lan, null, giver);
    }

    public static TaskId store(WorkingWorld world, Household household) {
        return world.put(world.tasks.collection(), List.of(ofHousehold(household)))
                .get(0)
                .id();
    }

    public static TaskId store(WorkingWorld world, AreaId hamlet) {
        return world.put(world.tasks.collection(), List.of(ofHamlet(TaskKind.HOLD_MEETING, hamlet)))
                .get(0)
                .id();
    }

    private static Task task(TaskKind kind, AreaId hamlet, @Nullable HouseholdId household, String... services) {
        return task(kind, hamlet, household, TestWorld.LAN.id(), null, TestWorld.HOA.id(), services);
    }

    private static Task task(
            TaskKind kind,
            AreaId hamlet,
            @Nullable HouseholdId household,
            @Nullable MemberId assignee,
            @Nullable TeamId team,
            MemberId giver,
            String... services) {
        return new Task(
                new TaskId(UUID.randomUUID()),
                Revision.NONE,
                kind,
                hamlet,
                household,
                List.of(services),
                assignee,
                team,
                giver,
                TestWorld.NOW,
                null,
                Priority.NORMAL,
                null,
                null,
                TaskState.ASSIGNED,
                null,
                null,
                null,
                false);
    }
}
