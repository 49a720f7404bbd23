package vn.toso.domain.visit;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.household.Location;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.id.VisitId;

/** Takes in a visit as a phone sends it. */
public final class RecordVisit {

    /**
     * What the phone says.
     *
     * @param householdId the door; null for a session in a hamlet
     * @param hamletId the hamlet of a session; null for a visit to a household
     * @param memberIds who came along, the actor not among them
     * @param occurredAt the device's time
     */
    public record Command(
            VisitId id,
            @Nullable HouseholdId householdId,
            @Nullable AreaId hamletId,
            List<MemberId> memberIds,
            OffsetDateTime occurredAt,
            @Nullable Integer durationMinutes,
            @Nullable Location location,
            List<Activity> activities,
            @Nullable String note,
            @Nullable TaskId taskId,
            @Nullable VisitId supersedes) {}

    /**
     * @param repeated whether the same visit was there already: a repeat of the request
     */
    public record Recorded(Visit visit, boolean repeated) {}

    /** Completes when the visit is stored and logged. */
    public Mono<Recorded> record(Actor actor, Command command) {
        return Mono.error(() -> new UnsupportedOperationException());
    }
}
