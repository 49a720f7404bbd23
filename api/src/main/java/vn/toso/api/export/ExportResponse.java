package vn.toso.api.export;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.export.Dataset;
import vn.toso.domain.export.Export;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.ExportId;

/**
 * That the caller took a list away.
 *
 * @param format {@code csv}, {@code xlsx} or {@code ndjson}
 * @param area absent for the whole scope
 * @param personal whether ids, names, phones and notes were in it
 * @param after the cursor that it went on from; absent for a whole list
 * @param state {@code CUT} when the reader went away, or something failed
 * @param rows absent while it runs
 */
record ExportResponse(
        ExportId id,
        Dataset dataset,
        String format,
        @Nullable AreaId area,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String service,
        @Nullable String after,
        boolean personal,
        Export.State state,
        @Nullable Long rows,
        Instant startedAt,
        @Nullable Instant finishedAt) {}
