package vn.toso.domain.coverage;

import java.time.LocalDate;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.toso.domain.id.AreaId;

/**
 * What was counted in one hamlet at the end of one day. A day on which nothing changed has none: the one before it holds.
 *
 * @param id hamlet and day
 * @param basis version of the hamlet's coverage that it was written with: of two writers the later count stands
 * @param mark tells the counts apart from others
 */
public record CoverageDay(
        @BsonId String id,
        AreaId hamletId,
        LocalDate day,
        long basis,
        long mark,
        long registered,
        long visited,
        Map<String, Cell> services) {

    static CoverageDay of(AreaId hamlet, LocalDate day, long basis, History history) {
        return new CoverageDay(
                hamlet + ":" + day,
                hamlet,
                day,
                basis,
                history.markOn(day),
                history.registeredOn(day),
                history.visitedOn(day),
                history.cellsOn(day));
    }

    /** Which day it is, and what was counted, in brief. */
    public record Mark(@BsonId String id, LocalDate day, long mark) {}
}
