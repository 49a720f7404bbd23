package vn.toso.api.visit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toso.api.trail.AboutCitizens;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.service.BlockReason;
import vn.toso.domain.service.Outcome;

/**
 * A visit as it is on file.
 *
 * @param householdId absent for a session in the hamlet
 * @param hamletId the hamlet of the household when the visit was recorded
 * @param members who visited, the one who recorded first
 * @param occurredAt when it took place: the device's time, but never later than {@code receivedAt}
 * @param reportedAt the device's time as sent; present where its clock was ahead and {@code occurredAt} was capped
 * @param skewed whether the device's clock was more than ten minutes ahead
 * @param voided why it does not count any more; absent while it does
 * @param afterFreeze true when the month in which it occurred was frozen before it was received: it counts, as a
 *     correction; else absent
 * @param generated true for demo data, else absent
 */
record VisitResponse(
        VisitId id,
        @Nullable HouseholdId householdId,
        AreaId hamletId,
        List<MemberId> members,
        Instant occurredAt,
        @Nullable OffsetDateTime reportedAt,
        Instant receivedAt,
        boolean skewed,
        @Nullable Integer durationMinutes,
        @Nullable Place location,
        List<Done> activities,
        @Nullable String note,
        @Nullable TaskId taskId,
        @Nullable VisitId supersedes,
        @Nullable Voided voided,
        @Nullable Boolean afterFreeze,
        @Nullable Boolean generated,
        long version)
        implements AboutCitizens {

    @Override
    public Stream<UUID> households() {
        return Stream.ofNullable(householdId).map(HouseholdId::value);
    }

    record Place(double latitude, double longitude) {}

    record Done(
            String service,
            @Nullable ResidentId residentId,
            Outcome outcome,
            @Nullable String step,
            @Nullable BlockReason reason,
            @Nullable Integer attendance,
            @Nullable String note) {}

    record Voided(String reason, MemberId by, Instant at) {}
}
