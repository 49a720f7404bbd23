package vn.toso.api.targets;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.coverage.Target;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.TargetId;

/**
 * A sourced figure of an area, and how far it is reached.
 *
 * @param period a year, a month, or the day of a baseline
 * @param kind {@code TARGET}: to be reached; {@code BASELINE}: what had been reached
 * @param of the denominator that the source gives; absent when none
 * @param progress absent for a baseline and for what isn't counted here
 */
record TargetResponse(
        TargetId id,
        AreaId areaId,
        String service,
        String period,
        Target.Kind kind,
        @Nullable Long number,
        @Nullable Double share,
        @Nullable Long of,
        Source source,
        @Nullable Progress progress,
        long version) {

    /**
     * @param document as one would cite it
     * @param number of the document; absent where the citation is all there is
     */
    @Schema(name = "TargetSource")
    record Source(
            String document,
            @Nullable String number,
            @Nullable LocalDate date,
            @Nullable String issuer,
            @Nullable String url) {}

    /**
     * How far a target is reached. A pace is in units a day.
     *
     * @param goal units that are to have achieved: for a share, that share of {@code eligible}
     * @param missing units that are missing
     * @param daysLeft days of the period that are to come, today not among them
     * @param paceNeeded to reach the goal in the days left; absent when none are left and units are missing
     * @param pace of the last four whole weeks; absent when less is known
     * @param forecast for the last day; absent when the period is over or less than four weeks are known
     */
    @Schema(name = "TargetProgress")
    record Progress(
            LocalDate from,
            LocalDate to,
            long achieved,
            long eligible,
            long goal,
            long missing,
            long daysLeft,
            @Nullable Double paceNeeded,
            @Nullable Double pace,
            @Nullable Forecast forecast) {}

    /**
     * Units achieved by the last day when it goes on as in the last four weeks.
     *
     * @param low at the pace of the slowest of them
     * @param expected at their mean pace
     * @param high at the pace of the fastest of them
     */
    @Schema(name = "TargetForecast")
    record Forecast(long low, long expected, long high) {}

    /**
     * All figures of an area, by service and period.
     *
     * @param asOf everything acknowledged before this moment is counted
     * @param devicesNotSynced phones of the area that did not synchronise for 24 hours, so that work may be missing
     */
    @Schema(name = "Targets")
    record Many(List<TargetResponse> items, Instant asOf, long devicesNotSynced) {}
}
