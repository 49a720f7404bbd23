package vn.toso.api.task;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.task.Priority;
import vn.toso.domain.task.TaskKind;

/**
 * Work to hand out. One of {@code householdId}, {@code householdIds}, {@code hamletId} says where, one of
 * {@code assigneeId}, {@code teamId} by whom.
 *
 * @param householdIds one task for each of these, 1 to 500
 * @param hamletId one task for each of its households; for {@code SURVEY_HAMLET}, {@code HOLD_MEETING} and {@code FREE}
 *     one about the hamlet as a whole
 * @param services codes of what is wanted; absent when the visit itself is
 * @param priority absent means {@code NORMAL}
 * @param due last day, in Asia/Ho_Chi_Minh; absent when open-ended
 */
record TaskRequest(
        TaskKind kind,
        @Nullable HouseholdId householdId,
        @Nullable List<HouseholdId> householdIds,
        @Nullable AreaId hamletId,
        @Nullable List<String> services,
        @Nullable MemberId assigneeId,
        @Nullable TeamId teamId,
        @Nullable Priority priority,
        @Nullable LocalDate due,
        @Nullable String note) {

    /** Whether the answer is a list: the caller asked for as many tasks as there are households. */
    boolean isForMany() {
        return householdId == null && (householdIds != null || hamletId != null);
    }
}
