package vn.toso.api.targets;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;

/**
 * What an area is to reach; one of {@code number}, {@code share}.
 *
 * @param period a year {@code 2026} or a month {@code 2026-11}
 * @param number units that are to have achieved by its end
 * @param share of those eligible that are to have achieved by its end, more than 0 and at most 1
 */
record TargetRequest(
        AreaId areaId,
        String service,
        String period,
        @Nullable Long number,
        @Nullable Double share,
        Document source) {

    /**
     * The document that says so.
     *
     * @param number such as {@code 171/KH-UBND}
     * @param url where it can be read
     */
    @Schema(name = "TargetDocument")
    record Document(
            String number,
            LocalDate date,
            @Nullable String issuer,
            @Nullable String url) {}
}
