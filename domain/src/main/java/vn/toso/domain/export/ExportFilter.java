package vn.toso.domain.export;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;

/**
 * Which part of a list is exported; what is null doesn't matter.
 *
 * @param area only what lies under this area today
 * @param from first day: of visits the day they occurred, of households that of the latest visit, of tasks that on which
 *     they were given. Coverage counts what was achieved before it in a column of its own
 * @param to last day of the same; coverage is counted as of its end
 * @param service code in the catalogue
 * @param after the cursor of the last row that the caller has
 * @param personal whether ids, names, phones and notes are wanted
 */
public record ExportFilter(
        @Nullable AreaId area,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String service,
        @Nullable String after,
        boolean personal) {}
