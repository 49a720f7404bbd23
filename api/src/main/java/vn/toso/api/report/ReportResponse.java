package vn.toso.api.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.report.Period;

/**
 * What an area reports of a period.
 *
 * @param appendix which appendix it fills in
 * @param subject what it is about, in words
 * @param asOf everything acknowledged before this moment is counted
 */
record ReportResponse(
        String appendix,
        String subject,
        AreaPart area,
        PeriodPart period,
        Instant asOf,
        List<SectionPart> sections,
        DetailPart details) {

    /** @param name as people say it, with its type */
    record AreaPart(AreaId areaId, String name, AreaLevel level) {}

    /**
     * @param text as asked for
     * @param name in words
     * @param until the last day counted: {@code to}, or today while the period runs
     * @param complete whether the period is over
     */
    record PeriodPart(
            String text,
            Period.Kind kind,
            String name,
            LocalDate from,
            LocalDate to,
            LocalDate until,
            boolean complete) {}

    /** @param code of the appendix */
    record SectionPart(String code, String title, List<FigurePart> figures) {}

    /**
     * One figure.
     *
     * @param code what is counted; stable
     * @param service code of the service that is counted; absent for none
     * @param number how many; absent where it isn't known, which is not 0
     * @param of of how many; absent where it is no part of anything, or not known
     * @param share number of {@code of}, 0 to 1, to four decimals; absent where there is nothing to be part of
     * @param asOf the day at whose end it is counted
     */
    record FigurePart(
            String code,
            @Nullable String service,
            String label,
            String unit,
            @Nullable Long number,
            @Nullable Long of,
            @Nullable Double share,
            LocalDate asOf,
            String definition) {}

    /** The same figures for each area below. */
    record DetailPart(String title, List<ColumnPart> columns, List<LinePart> lines) {}

    /** @param code what stands in {@code figures} of each line under this name */
    record ColumnPart(String code, String label, String unit, LocalDate asOf, String definition) {}

    /**
     * @param formerCommune tells hamlets of one name apart since the communes merged; absent for none
     * @param figures by the code of their column; what isn't known is left out
     */
    record LinePart(AreaId areaId, String name, @Nullable String formerCommune, Map<String, Long> figures) {}
}
