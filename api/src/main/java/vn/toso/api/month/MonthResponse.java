package vn.toso.api.month;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.id.AreaId;

/**
 * What a month brought to an area and to each area right below it.
 *
 * @param month {@code 2026-11}
 * @param frozenAt when the last of its hamlets was frozen; absent while one isn't
 * @param asOf everything acknowledged before this moment is counted in what isn't frozen, and in {@code late}
 * @param devicesNotSynced phones of the area that did not synchronise for 24 hours, so that work may be missing
 * @param tree {@code then} when the tree of the month's last day sums the hamlets, {@code now} when today's does
 */
record MonthResponse(
        String month,
        Area area,
        List<Area> children,
        Tree tree,
        @Nullable Instant frozenAt,
        Instant asOf,
        long devicesNotSynced) {

    @Schema(name = "MonthTree")
    enum Tree {
        then,
        now
    }

    /**
     * @param formerCommune tells hamlets of one name apart since the communes merged; absent for none
     * @param hamlets how many it has in that tree
     * @param frozenHamlets how many of them are frozen
     * @param services by code: those with any count
     */
    @Schema(name = "MonthArea")
    record Area(
            AreaId areaId,
            String name,
            @Nullable String formerCommune,
            AreaLevel level,
            int hamlets,
            int frozenHamlets,
            Households households,
            List<Service> services) {}

    /**
     * Households at the end of the month.
     *
     * @param lateRegistered how many more are known now than when it was frozen
     * @param lateVisited likewise
     */
    @Schema(name = "MonthHouseholds")
    record Households(long registered, long visited, long lateRegistered, long lateVisited) {}

    /**
     * One service. Units are persons, households or sessions.
     *
     * @param eligible at the end of the month
     * @param before units that had achieved it by the end of the month before
     * @param achieved units that have achieved it by the end of the month
     * @param gained the difference: what the month brought
     * @param late what arrived for this very month after it was frozen, whenever; not part of the other numbers
     * @param carried what arrived for months frozen before, since the latest of those freezes; not part of {@code gained}
     */
    @Schema(name = "MonthService")
    record Service(
            String service, long eligible, long before, long achieved, long gained, Counts late, Counts carried) {}

    /** A correction; negative where something was taken back. */
    @Schema(name = "MonthCorrection")
    record Counts(long eligible, long reached, long achieved, long refused, long blocked) {}
}
