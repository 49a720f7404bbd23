package vn.toso.domain.area;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;

/**
 * Under which area another stood, and when.
 *
 * @param from first day, in Asia/Ho_Chi_Minh
 * @param to first day on which it no longer stood there; null while it does
 */
public record ParentEdge(
        AreaId areaId, LocalDate from, @Nullable LocalDate to) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
