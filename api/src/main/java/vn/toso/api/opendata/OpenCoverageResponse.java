package vn.toso.api.opendata;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Coverage of each commune at the end of a month.
 *
 * @param asOf the last day of the month
 */
record OpenCoverageResponse(String month, LocalDate asOf, List<RowPart> rows) {

    /**
     * One service in one commune, or in all of the province together.
     *
     * @param areaCode official code; absent for none
     * @param area absent for the sum of the province
     * @param share achieved of eligible, 0 to 1, to four decimals; absent where one of them isn't shown
     */
    record RowPart(
            String service,
            String province,
            @Nullable String areaCode,
            @Nullable String area,

            @Schema(
                    description = MASKED,
                    anyOf = {Long.class, String.class})
            Object eligible,

            @Schema(
                    description = MASKED,
                    anyOf = {Long.class, String.class})
            Object achieved,

            @Nullable Double share) {}

    private static final String MASKED = "A number; or `<5`; or `hidden`, where it would betray a smaller one.";
}
