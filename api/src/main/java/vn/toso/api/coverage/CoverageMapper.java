package vn.toso.api.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import vn.toso.api.coverage.CoverageResponse.AreaCell;
import vn.toso.domain.coverage.Cell;
import vn.toso.domain.coverage.CoverageOf.Answer;
import vn.toso.domain.coverage.CoverageOf.AreaCoverage;
import vn.toso.domain.coverage.CoverageOf.Ranking;
import vn.toso.domain.coverage.CoverageOf.Tree;
import vn.toso.domain.coverage.CoverageTrend.Point;
import vn.toso.domain.coverage.CoverageTrend.Trend;
import vn.toso.domain.coverage.HamletCoverage;

/** From what was counted to what is answered about one service. */
@Mapper
interface CoverageMapper {

    /** @param devicesNotSynced how many phones of the area did not synchronise for 24 hours */
    @Mapping(target = "area", source = "answer.area")
    @Mapping(target = "children", source = "answer.children")
    @Mapping(target = "asOf", source = "answer.asOf")
    @Mapping(target = "tree", source = "answer.tree")
    CoverageResponse toResponse(Answer answer, long devicesNotSynced, @Context String service);

    LaggardsResponse toResponse(Ranking ranking, long devicesNotSynced, @Context String service);

    List<AreaCell> toCells(List<AreaCoverage> areas, @Context String service);

    default AreaCell toCell(AreaCoverage area, @Context String service) {
        return toCell(area, service, area.cell(service));
    }

    @Mapping(target = "areaId", source = "coverage.area")
    @Mapping(target = "formerCommune", source = "coverage.former")
    @Mapping(target = "share", source = "cell")
    AreaCell toCell(AreaCoverage coverage, String service, Cell cell);

    @Mapping(target = "version", source = "revision.version")
    HamletCoverageResponse toResponse(HamletCoverage counted);

    @Mapping(target = "share", source = "cell")
    HamletCoverageResponse.ServiceCell toServiceCell(Cell cell);

    @Mapping(target = "areaId", source = "trend.area")
    TrendResponse toResponse(Trend trend, long devicesNotSynced);

    @Mapping(target = ".", source = "cell")
    @Mapping(target = "share", source = "cell")
    TrendResponse.TrendPoint toPoint(Point point);

    default TreeName toName(Tree tree) {
        return TreeName.of(tree);
    }

    /** To four decimals: 27.60 % is 0.276. */
    default @Nullable Double toShare(Cell cell) {
        OptionalDouble share = cell.share();
        if (share.isEmpty()) {
            return null;
        }
        return BigDecimal.valueOf(share.getAsDouble())
                .setScale(4, RoundingMode.HALF_UP)
                .doubleValue();
    }

    @Mapping(target = "area", source = "top")
    @Mapping(target = "asOf", source = "asOf")
    CoverageEvent toEvent(AreaCoverage top, List<AreaCoverage> children, Instant asOf, long devicesNotSynced);

    @Mapping(target = "areaId", source = "area")
    @Mapping(target = "formerCommune", source = "former")
    @Mapping(target = "services", source = "cells")
    CoverageEvent.AreaCounts toCounts(AreaCoverage coverage);
}
