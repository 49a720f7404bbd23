package vn.toso.domain.task;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TeamId;

/** Hands out work: one task, or one for each of many households. */
public final class AssignTasks {

    /**
     * What is to be done, where and by whom. Exactly one of {@code householdId}, {@code householdIds}, {@code hamletId}
     * names the place, and exactly one of {@code assigneeId}, {@code teamId} the hands.
     *
     * @param householdId one task for this household
     * @param householdIds one task for each of these, 1 to 500
     * @param hamletId a task about the hamlet as a whole for {@code SURVEY_HAMLET}, {@code HOLD_MEETING}, {@code FREE};
     *     for {@code VISIT_HOUSEHOLD}, {@code FOLLOW_UP} one task for each of its households
     * @param services codes of what is wanted; empty when the visit itself is
     * @param due last day; null when open-ended
     */
    public record Command(
            TaskKind kind,
            @Nullable HouseholdId householdId,
            List<HouseholdId> householdIds,
            @Nullable AreaId hamletId,
            List<String> services,
            @Nullable MemberId assigneeId,
            @Nullable TeamId teamId,
            Priority priority,
            @Nullable LocalDate due,
            @Nullable String note) {}

    /** The tasks as stored, in the order of the households asked for. */
    public Mono<List<Task>> assign(Actor actor, Command command) {
        return Mono.error(() -> new UnsupportedOperationException());
    }
}
