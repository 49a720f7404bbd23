package vn.toso.api.privacy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toso.api.trail.AboutCitizens;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.id.SubjectRequestId;
import vn.toso.domain.privacy.SubjectRequest;

/**
 * A request with its terms.
 *
 * @param acknowledgeBy last day on which the person is to hear that it was received: 2 working days
 * @param dueOn last day on which it is to be done: 10, 15 or 20 days, or twice that when it was extended
 * @param extendedOn when it was extended; absent when it wasn't
 * @param overdue whether a term has passed
 * @param reason of the extension, or of the refusal
 */
@Schema(name = "SubjectRequest")
record SubjectRequestResponse(
        SubjectRequestId id,
        HouseholdId householdId,
        AreaId hamletId,
        ResidentId residentId,
        SubjectRequest.Kind kind,
        String channel,
        @Nullable String representative,
        @Nullable String note,
        MemberId receivedBy,
        Instant receivedAt,
        LocalDate acknowledgeBy,
        LocalDate dueOn,
        SubjectRequest.State state,
        boolean overdue,
        @Nullable Instant acknowledgedAt,
        @Nullable LocalDate extendedOn,
        @Nullable String reason,
        @Nullable Instant closedAt,
        @Nullable MemberId closedBy,
        long version)
        implements AboutCitizens {

    @Override
    public Stream<UUID> households() {
        return Stream.of(householdId.value());
    }

    static SubjectRequestResponse of(SubjectRequest request, Instant now) {
        return new SubjectRequestResponse(
                request.id(),
                request.householdId(),
                request.hamletId(),
                request.residentId(),
                request.kind(),
                request.channel(),
                request.representative(),
                request.note(),
                request.receivedBy(),
                request.receivedAt(),
                request.acknowledgeBy(),
                request.dueOn(),
                request.state(),
                request.isOverdue(now),
                request.acknowledgedAt(),
                request.extendedOn(),
                request.reason(),
                request.closedAt(),
                request.closedBy(),
                request.revision().version());
    }
}
