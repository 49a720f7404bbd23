package vn.toso.domain.report;

import java.time.LocalDate;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One number of a report.
 *
 * @param code what is counted, such as {@code teams.hamlet}; its words and its definition stand beside the code in the
 *     bundles of whoever shows it
 * @param service code in the catalogue of the service that it counts; null for none
 * @param number how many; null where it isn't known (missing is never 0)
 * @param of of how many; null where it is no part of anything, or not known
 * @param asOf the day at whose end it is counted
 */
public record Figure(
        String code,
        @Nullable String service,
        @Nullable Long number,
        @Nullable Long of,
        LocalDate asOf) {

    /** Number of {@code of}, 0 to 1; absent, never 0, where either is missing or there is nothing to be part of. */
    public OptionalDouble share() {
        return number == null || of == null || of == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) number / of);
    }
}
