package vn.toso.domain.export;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.service.Outcome.REFUSED;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.TREE;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.VisitBuilder.aVisit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Household.Connectivity;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.task.Priority;
import vn.toso.domain.task.Task;
import vn.toso.domain.task.TaskKind;
import vn.toso.domain.task.TaskState;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.world.Names;

class ListsTest {

    private static Naming naming(boolean personal) {
        return new Naming(TREE, TODAY, new Pseudonyms(new byte[32]), personal);
    }

    private static <D> Map<String, @Nullable Object> row(List<Column<D>> columns, D document) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        columns.forEach(column -> row.put(column.name(), column.value().apply(document)));
        return row;
    }

    private static Map<String, @Nullable Object> household(Household household) {
        return row(Lists.households(naming(false)), household);
    }

    private static Map<String, @Nullable Object> task(Task task, boolean personal) {
        return row(Lists.tasks(naming(personal)), task);
    }

    private static Task done(@Nullable Instant completedAt) {
        return new Task(
                new TaskId(Names.uuid("task")),
                Revision.NONE,
                TaskKind.HOLD_MEETING,
                XOM_1.id(),
                null,
                List.of("PAY_BILL", "SAFE"),
                LAN.id(),
                null,
                HOA.id(),
                NOW,
                null,
                Priority.HIGH,
                TODAY,
                "mang theo loa",
                completedAt == null ? TaskState.CANCELLED : TaskState.DONE,
                "mưa to",
                completedAt,
                null,
                false);
    }

    @Test
    void a_visit_that_was_voided_stays_in_the_list_and_says_so() {
        Visit live = aVisit("live").in(XOM_1.id()).did("MEETING", ACHIEVED).build();
        Visit voided = aVisit("voided").in(XOM_1.id()).voided().build();

        assertThat(row(Lists.visits(naming(false)), live))
                .containsEntry("voided", false)
                .containsEntry("activities", "MEETING=ACHIEVED")
                .containsEntry("householdId", null)
                .containsEntry("commune", "Xã Minh Hợp");
        assertThat(row(Lists.visits(naming(false)), voided)).containsEntry("voided", true);
    }

    @Test
    void the_note_and_the_minute_of_a_visit_are_for_those_who_may_see_people() {
        Visit visit = aVisit("noted").in(XOM_1.id()).noting("gặp bà Nhàn").build();

        assertThat(row(Lists.visits(naming(false)), visit)).doesNotContainKeys("note", "occurredAt");
        assertThat(row(Lists.visits(naming(true)), visit))
                .containsEntry("note", "gặp bà Nhàn")
                .containsEntry("occurredAt", visit.occurredAt())
                .containsEntry("id", visit.id().toString());
    }

    @Test
    void who_left_a_household_is_not_counted_in_it() {
        Household household = aHousehold("Vi Văn Thông")
                .with(
                        aResident("ở nhà").achieved("SAFE", TODAY).tried("SKILL", REFUSED, TODAY),
                        aResident("cũng ở nhà").achieved("SAFE", TODAY).achieved("VNEID_2", TODAY),
                        aResident("đã đi").achieved("SAFE", TODAY).leftOn(TODAY))
                .build();

        assertThat(household(household))
                .containsEntry("residents", 2L)
                .containsEntry("residentsAchieved", "SAFE=2;VNEID_2=1");
    }

    @Test
    void what_nobody_asked_a_household_is_empty_and_never_no() {
        assertThat(household(aHousehold("chưa hỏi").build()))
                .containsEntry("smartphone", null)
                .containsEntry("fibre", null);
        assertThat(household(aHousehold("hỏi một nửa")
                        .connected(new Connectivity(true, null))
                        .build()))
                .containsEntry("smartphone", true)
                .containsEntry("fibre", null);
        assertThat(household(aHousehold("không có cáp")
                        .connected(new Connectivity(null, false))
                        .build()))
                .containsEntry("smartphone", null)
                .containsEntry("fibre", false);
    }

    @Test
    void a_task_was_completed_on_the_day_that_it_was_in_vietnam() {
        assertThat(task(done(Instant.parse("2026-11-19T17:30:00Z")), false))
                .containsEntry("completedOn", LocalDate.of(2026, 11, 20))
                .containsEntry("assignedOn", TODAY)
                .containsEntry("services", "PAY_BILL;SAFE")
                .containsEntry("state", "DONE");
        assertThat(task(done(null), false)).containsEntry("completedOn", null).containsEntry("state", "CANCELLED");
    }

    @Test
    void what_was_written_on_a_task_and_whose_it_is_is_for_those_who_may_see_people() {
        assertThat(task(done(NOW), false))
                .doesNotContainKeys("note", "reason")
                .doesNotContainValue(LAN.id().toString())
                .doesNotContainValue(HOA.id().toString());
        assertThat(task(done(NOW), true))
                .containsEntry("note", "mang theo loa")
                .containsEntry("reason", "mưa to")
                .containsEntry("assigneeId", LAN.id().toString())
                .containsEntry("assignedBy", HOA.id().toString());
    }
}
