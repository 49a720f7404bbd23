package vn.toso.api.household;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.service.Outcome;

/**
 * How far somebody has come with one service. Follows from the visits; nobody sets it.
 *
 * @param outcome {@code ACHIEVED} once achieved, else that of the latest visit
 * @param step the step that decides {@code outcome}
 * @param visitId the visit that decides {@code outcome}
 */
record ServiceStateResponse(
        Outcome outcome,
        @Nullable String step,
        LocalDate firstOn,
        @Nullable LocalDate achievedOn,
        @Nullable LocalDate refusedOn,
        @Nullable LocalDate blockedOn,
        LocalDate lastOn,
        VisitId visitId) {}
