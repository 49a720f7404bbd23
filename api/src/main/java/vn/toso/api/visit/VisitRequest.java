package vn.toso.api.visit;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.service.BlockReason;
import vn.toso.domain.service.Outcome;

/**
 * A visit as a phone sends it.
 *
 * @param id made by the phone (UUIDv7), so that sending again makes nothing twice
 * @param householdId the door; absent for a session in a hamlet
 * @param hamletId the hamlet of a session; absent for a visit to a household
 * @param members who came along; the sender goes without saying
 * @param occurredAt the device's time, with its offset
 * @param location coarse: kept to three decimals of a degree
 * @param supersedes the visit that this one corrects
 */
record VisitRequest(
        VisitId id,
        @Nullable HouseholdId householdId,
        @Nullable AreaId hamletId,
        @Nullable List<MemberId> members,
        OffsetDateTime occurredAt,
        @Nullable Integer durationMinutes,
        @Nullable Place location,
        List<Done> activities,
        @Nullable String note,
        @Nullable TaskId taskId,
        @Nullable VisitId supersedes) {

    /** A coarse place: WGS 84 degrees. */
    record Place(Double latitude, Double longitude) {}

    /**
     * One thing done.
     *
     * @param service code in the catalogue
     * @param residentId whom it concerned; absent for services of a household or a hamlet
     * @param step one of the service's steps; absent for its last one
     * @param reason why it was blocked; for that outcome only
     * @param attendance how many came, for a meeting
     */
    record Done(
            String service,
            @Nullable ResidentId residentId,
            Outcome outcome,
            @Nullable String step,
            @Nullable BlockReason reason,
            @Nullable Integer attendance,
            @Nullable String note) {}
}
