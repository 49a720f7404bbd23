package vn.toso.api.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.toso.api.sheet.Sheets;
import vn.toso.api.web.FileFormat;
import vn.toso.api.web.Needs;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.report.Report;
import vn.toso.domain.report.ReportOf;

/** Reports over HTTP. */
@RestController
@RequestMapping("/v1/reports")
@Tag(name = "reports", description = "Báo cáo / reports of communes and districts")
class ReportController {

    private static final String HOW = """
             `period` is a month (`2026-11`), a quarter (`2026-Q4`), a year (`2026`) or days (`2026-10-15..2026-11-14`); a \
            running one is counted until today. Each figure says as of which day it is and how it is counted; what isn't \
            known is left out, it is never 0. As JSON, as an Excel or a Word file: by `Accept`, by `format`, or by the \
            suffix of the address. Words follow `Accept-Language`; the Word file, a letter in the form of NĐ \
            30/2020/NĐ-CP, is always Vietnamese.""";
    private static final String PERIOD = "`2026-11`, `2026-Q4`, `2026`, or `2026-10-15..2026-11-14`.";
    private static final String FORMAT = "`json`, `xlsx` or `docx`; goes before `Accept`.";

    private final ReportOf reports;
    private final ReportFiles files;

    ReportController(ReportOf reports, ReportFiles files) {
        this.reports = reports;
        this.files = files;
    }

    @Needs(Permission.READ_REPORTS)
    @GetMapping("/commune")
    @Operation(
            summary = "Report of a commune",
            description =
                    "What Phụ lục 05 of plan 171/KH-UBND asks of a commune: 3b, cashless payment and e-commerce of the"
                            + " people; 3c, teams of both levels, their members and activities." + HOW)
    @ApiResponse(
            responseCode = "200",
            description = "The report",
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = ReportResponse.class),
                        examples = @ExampleObject(ReportExamples.COMMUNE)),
                @Content(mediaType = Sheets.XLSX, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = ReportFormat.WORD, schema = @Schema(type = "string", format = "binary"))
            })
    Mono<ResponseEntity<Object>> commune(
            Actor actor,
            @RequestParam AreaId area,
            @Parameter(description = PERIOD) @RequestParam String period,
            @Parameter(description = FORMAT) @RequestParam(required = false) @Nullable String format,
            ServerWebExchange exchange) {
        return answer(
                actor,
                Report.Kind.COMMUNE,
                area,
                period,
                FileFormat.asked(ReportFormat.values(), format, exchange.getRequest()),
                exchange);
    }

    @Needs(Permission.READ_REPORTS)
    @GetMapping("/commune.{suffix:json|xlsx|docx}")
    @Operation(
            summary = "Report of a commune as a file",
            description = "The report of `GET /v1/reports/commune` in the format that the address ends with.")
    @ApiResponse(
            responseCode = "200",
            description = "The report",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ReportResponse.class),
                            examples = @ExampleObject(ReportExamples.COMMUNE)))
    Mono<ResponseEntity<Object>> communeFile(
            Actor actor,
            @PathVariable String suffix,
            @RequestParam AreaId area,
            @Parameter(description = PERIOD) @RequestParam String period,
            ServerWebExchange exchange) {
        return answer(
                actor, Report.Kind.COMMUNE, area, period, FileFormat.named(ReportFormat.values(), suffix), exchange);
    }

    @Needs(Permission.READ_REPORTS)
    @GetMapping("/district")
    @Operation(
            summary = "Report of a district",
            description =
                    "What Phụ lục 02 of plan 171/KH-UBND asks of a district: teams of both levels, the share of communes"
                            + " with a team, activities. `area` is an oversight area (a former district), or the province."
                            + HOW)
    @ApiResponse(
            responseCode = "200",
            description = "The report",
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = ReportResponse.class),
                        examples = @ExampleObject(ReportExamples.DISTRICT)),
                @Content(mediaType = Sheets.XLSX, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = ReportFormat.WORD, schema = @Schema(type = "string", format = "binary"))
            })
    Mono<ResponseEntity<Object>> district(
            Actor actor,
            @RequestParam AreaId area,
            @Parameter(description = PERIOD) @RequestParam String period,
            @Parameter(description = FORMAT) @RequestParam(required = false) @Nullable String format,
            ServerWebExchange exchange) {
        return answer(
                actor,
                Report.Kind.DISTRICT,
                area,
                period,
                FileFormat.asked(ReportFormat.values(), format, exchange.getRequest()),
                exchange);
    }

    @Needs(Permission.READ_REPORTS)
    @GetMapping("/district.{suffix:json|xlsx|docx}")
    @Operation(
            summary = "Report of a district as a file",
            description = "The report of `GET /v1/reports/district` in the format that the address ends with.")
    @ApiResponse(
            responseCode = "200",
            description = "The report",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ReportResponse.class),
                            examples = @ExampleObject(ReportExamples.DISTRICT)))
    Mono<ResponseEntity<Object>> districtFile(
            Actor actor,
            @PathVariable String suffix,
            @RequestParam AreaId area,
            @Parameter(description = PERIOD) @RequestParam String period,
            ServerWebExchange exchange) {
        return answer(
                actor, Report.Kind.DISTRICT, area, period, FileFormat.named(ReportFormat.values(), suffix), exchange);
    }

    private Mono<ResponseEntity<Object>> answer(
            Actor actor,
            Report.Kind kind,
            AreaId area,
            String period,
            ReportFormat format,
            ServerWebExchange exchange) {
        return reports.of(actor, kind, area, period)
                .flatMap(report ->
                        files.answer(report, format, exchange.getRequest().getHeaders()));
    }
}
