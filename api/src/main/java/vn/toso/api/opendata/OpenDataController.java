package vn.toso.api.opendata;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.toso.api.opendata.OpenCoverageResponse.RowPart;
import vn.toso.api.web.FileFormat;
import vn.toso.api.web.Needs;
import vn.toso.domain.access.Permission;
import vn.toso.domain.report.OpenCoverage;
import vn.toso.domain.report.OpenCoverage.Answer;
import vn.toso.domain.report.OpenCoverage.Count;
import vn.toso.domain.report.OpenCoverage.Row;

/** Open data over HTTP. */
@RestController
@RequestMapping("/v1/open-data")
@Tag(name = "open-data", description = "Dữ liệu mở / figures without small counts")
class OpenDataController {

    /** An answer is of a month that is over: it hardly changes any more. */
    private static final Duration KEPT = Duration.ofMinutes(30);

    private static final int MONTHS_KEPT = 24;

    private final OpenCoverage coverage;
    private final Cache<YearMonth, Answer> answers = Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .maximumSize(MONTHS_KEPT)
            .build();

    OpenDataController(OpenCoverage coverage) {
        this.coverage = coverage;
    }

    @Needs(Permission.READ_PUBLIC_FACTS)
    @GetMapping("/coverage")
    @Operation(summary = "Coverage of every commune, for the public", description = """
                    Each service in each commune at the end of a finished month, and their sum. Fewer than 5 is shown as \
                    `<5`; where a small count would follow from the others and the sum, or from those who did not achieve, \
                    `hidden` stands in its place. Communes of which nothing is known are left out. `month` is the last \
                    finished one when absent. As JSON or, by `format` or `Accept`, as CSV. For everybody signed in; for \
                    anybody where the operator sets `toso.open-data.public`.""")
    @ApiResponse(
            responseCode = "200",
            description = "The counts",
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = OpenCoverageResponse.class),
                        examples = @ExampleObject(OpenDataExamples.ANSWER)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    Mono<ResponseEntity<Object>> coverage(
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String format,
            ServerWebExchange exchange) {
        OpenFormat asked = FileFormat.asked(OpenFormat.values(), format, exchange.getRequest());
        return requestAnswer(month)
                .map(answer -> ResponseEntity.ok()
                        .contentType(asked.type())
                        .body(asked == OpenFormat.CSV ? OpenCoverageCsv.of(toResponse(answer)) : toResponse(answer)));
    }

    private Mono<Answer> requestAnswer(@Nullable String month) {
        return Mono.defer(() -> {
            YearMonth asked = coverage.month(month);
            Answer known = answers.getIfPresent(asked);
            return known != null ? Mono.just(known) : coverage.of(asked).doOnNext(answer -> answers.put(asked, answer));
        });
    }

    private static OpenCoverageResponse toResponse(Answer answer) {
        return new OpenCoverageResponse(
                answer.month().toString(),
                answer.asOf(),
                answer.rows().stream().map(OpenDataController::toRow).toList());
    }

    private static RowPart toRow(Row row) {
        return new RowPart(
                row.service(),
                row.province(),
                row.code(),
                row.area(),
                shown(row.eligible()),
                shown(row.achieved()),
                share(row.eligible().number(), row.achieved().number()));
    }

    private static Object shown(Count count) {
        Long number = count.number();
        return number != null ? number : count.small() ? "<5" : "hidden";
    }

    private static @Nullable Double share(@Nullable Long eligible, @Nullable Long achieved) {
        return eligible == null || achieved == null
                ? null
                : (Double) BigDecimal.valueOf((double) achieved / eligible)
                        .setScale(4, RoundingMode.HALF_UP)
                        .doubleValue();
    }
}
