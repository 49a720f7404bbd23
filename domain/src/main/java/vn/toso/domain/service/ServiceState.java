package vn.toso.domain.service;

import java.time.Instant;
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
 * @param visitId the visit that decides {@code outcome}: the latest one that achieved, else the latest one
 * @param decidedAt when that visit occurred
 */
public record ServiceState(
        Outcome outcome,
        @Nullable String step,
        LocalDate firstOn,
        @Nullable LocalDate achievedOn,
        @Nullable LocalDate refusedOn,
        @Nullable LocalDate blockedOn,
        LocalDate lastOn,
        VisitId visitId,
        Instant decidedAt) {

    /** What one activity of a visit says by itself. */
    public static ServiceState of(
            Outcome outcome, @Nullable String step, VisitId visit, Instant occurredAt, LocalDate day) {
        return new ServiceState(
                outcome,
                step,
                day,
                outcome == Outcome.ACHIEVED ? day : null,
                outcome == Outcome.REFUSED ? day : null,
                outcome == Outcome.BLOCKED ? day : null,
                day,
                visit,
                occurredAt);
    }

    /**
     * What both say together. Takes the earliest and the latest of each, so it neither matters in which order visits are
     * put together, nor whether one is put in twice.
     */
    public ServiceState and(ServiceState other) {
        ServiceState deciding = other.outranks(this) ? other : this;
        return new ServiceState(
                deciding.outcome,
                deciding.step,
                earlier(firstOn, other.firstOn),
                earliest(achievedOn, other.achievedOn),
                earliest(refusedOn, other.refusedOn),
                earliest(blockedOn, other.blockedOn),
                lastOn.isAfter(other.lastOn) ? lastOn : other.lastOn,
                deciding.visitId,
                deciding.decidedAt);
    }

    private boolean outranks(ServiceState other) {
        if ((outcome == Outcome.ACHIEVED) != (other.outcome == Outcome.ACHIEVED)) {
            return outcome == Outcome.ACHIEVED;
        }
        int order = decidedAt.compareTo(other.decidedAt);
        return order > 0 || (order == 0 && visitId.value().compareTo(other.visitId.value()) >= 0);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static @Nullable LocalDate earliest(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return earlier(one, other);
    }
}
