package vn.toso.domain.service;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.VisitId;

/**
 * How far one resident or household has come with one service: a pure function of the live visits. Every date is the
 * day on which the visit occurred, in Asia/Ho_Chi_Minh.
 *
 * @param outcome {@code ACHIEVED} once achieved, else the outcome of the latest live visit
 * @param step the step of the visit that decides {@code outcome}; null when it named none
 * @param firstOn day of the first live visit with this service
 * @param achievedOn day of the first achievement
 * @param refusedOn day of the first refusal
 * @param blockedOn day of the first block
 * @param lastOn day of the latest live visit with this service
 * @param visitId the visit that decides {@code outcome}
 */
public record ServiceState(
        Outcome outcome,
        @Nullable String step,
        LocalDate firstOn,
        @Nullable LocalDate achievedOn,
        @Nullable LocalDate refusedOn,
        @Nullable LocalDate blockedOn,
        LocalDate lastOn,
        VisitId visitId) {}
