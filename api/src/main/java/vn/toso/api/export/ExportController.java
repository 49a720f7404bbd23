package vn.toso.api.export;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.toso.api.sheet.Sheets;
import vn.toso.api.web.FileFormat;
import vn.toso.api.web.Needs;
import vn.toso.api.web.Paging;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.export.Dataset;
import vn.toso.domain.export.ExportFilter;
import vn.toso.domain.export.Exports;
import vn.toso.domain.export.TakeExport;
import vn.toso.domain.export.TakeExport.Opened;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.Page;

/** Exports over HTTP. */
@RestController
@RequestMapping("/v1/exports")
@Tag(name = "exports", description = "Xuất dữ liệu / whole lists as files")
class ExportController {

    private static final String HOW = """
             Within the caller's scope, or `area`. As CSV (UTF-8 with BOM), `.xlsx` or NDJSON: by `format`, or by `Accept`; \
            streamed. The last column of every row is its cursor: sent as `after` with the same filters, the list goes on \
            behind that row. Ids are pseudonyms, the same in every export, so that lists can be joined; `personal=true` \
            (commune leaders and the data officer only) has ids, names, phones and notes. Every export is written down.""";
    private static final String NDJSON = MediaType.APPLICATION_NDJSON_VALUE;
    private static final String FILE = "The file. `Export-Id` names the record.";

    /** Names the record of an export. */
    private static final String EXPORT_ID = "Export-Id";

    private final TakeExport takeExport;
    private final Exports exports;
    private final ExportMapper mapper;
    private final ExportDesk desk;

    ExportController(TakeExport takeExport, Exports exports, ExportMapper mapper, ExportDesk desk) {
        this.takeExport = takeExport;
        this.exports = exports;
        this.mapper = mapper;
        this.desk = desk;
    }

    @Needs({Permission.EXPORT_DATA, Permission.READ_VISITS})
    @GetMapping("/visits")
    @Operation(
            summary = "Export visits",
            description =
                    "A row for each visit, void ones among them; `from` and `to` are days on which they occurred, `service`"
                            + " keeps those with such an activity." + HOW)
    @ApiResponse(
            responseCode = "200",
            description = FILE,
            content = {
                @Content(mediaType = Sheets.CSV, examples = @ExampleObject(ExportExamples.VISITS)),
                @Content(mediaType = Sheets.XLSX, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = NDJSON, schema = @Schema(type = "string"))
            })
    Mono<Void> visits(
            Actor actor,
            @RequestParam(required = false) @Nullable AreaId area,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "false") boolean personal,
            @RequestParam(required = false) @Nullable String format,
            ServerWebExchange exchange) {
        return write(
                actor, Dataset.VISITS, new ExportFilter(area, from, to, service, after, personal), format, exchange);
    }

    @Needs({Permission.EXPORT_DATA, Permission.READ_HOUSEHOLDS})
    @GetMapping("/households")
    @Operation(
            summary = "Export households",
            description =
                    "A row for each household; `from` and `to` are days of its latest visit, `service` keeps those that were"
                            + " reached with it." + HOW)
    @ApiResponse(
            responseCode = "200",
            description = FILE,
            content = {
                @Content(mediaType = Sheets.CSV, examples = @ExampleObject(ExportExamples.HOUSEHOLDS)),
                @Content(mediaType = Sheets.XLSX, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = NDJSON, schema = @Schema(type = "string"))
            })
    Mono<Void> households(
            Actor actor,
            @RequestParam(required = false) @Nullable AreaId area,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "false") boolean personal,
            @RequestParam(required = false) @Nullable String format,
            ServerWebExchange exchange) {
        return write(
                actor,
                Dataset.HOUSEHOLDS,
                new ExportFilter(area, from, to, service, after, personal),
                format,
                exchange);
    }

    @Needs({Permission.EXPORT_DATA, Permission.READ_TASKS})
    @GetMapping("/tasks")
    @Operation(
            summary = "Export tasks",
            description =
                    "A row for each task; `from` and `to` are days on which they were given, `service` keeps those that want"
                            + " it." + HOW)
    @ApiResponse(
            responseCode = "200",
            description = FILE,
            content = {
                @Content(mediaType = Sheets.CSV, examples = @ExampleObject(ExportExamples.TASKS)),
                @Content(mediaType = Sheets.XLSX, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = NDJSON, schema = @Schema(type = "string"))
            })
    Mono<Void> tasks(
            Actor actor,
            @RequestParam(required = false) @Nullable AreaId area,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "false") boolean personal,
            @RequestParam(required = false) @Nullable String format,
            ServerWebExchange exchange) {
        return write(
                actor, Dataset.TASKS, new ExportFilter(area, from, to, service, after, personal), format, exchange);
    }

    @Needs({Permission.EXPORT_DATA, Permission.READ_COVERAGE})
    @GetMapping("/coverage")
    @Operation(
            summary = "Export coverage",
            description =
                    "A row for each hamlet and service with eligible or reached units, as of the end of `to` (today when"
                            + " absent); with `from`, `achievedBefore` counts what was achieved before that day." + HOW)
    @ApiResponse(
            responseCode = "200",
            description = FILE,
            content = {
                @Content(mediaType = Sheets.CSV, examples = @ExampleObject(ExportExamples.COVERAGE)),
                @Content(mediaType = Sheets.XLSX, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = NDJSON, schema = @Schema(type = "string"))
            })
    Mono<Void> coverage(
            Actor actor,
            @RequestParam(required = false) @Nullable AreaId area,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String format,
            ServerWebExchange exchange) {
        return write(
                actor, Dataset.COVERAGE, new ExportFilter(area, from, to, service, after, false), format, exchange);
    }

    @Needs(Permission.EXPORT_DATA)
    @GetMapping
    @Operation(
            summary = "Own exports",
            description = "What the caller exported, the latest first: what it was, how many rows, how it ended.")
    @ApiResponse(
            responseCode = "200",
            description = "A part of the list",
            content = @Content(examples = @ExampleObject(ExportExamples.LIST)))
    Mono<Page<ExportResponse>> own(Actor actor, Paging paging) {
        return exports.ofActor(actor, paging.limit(), paging.after())
                .map(page ->
                        new Page<>(page.items().stream().map(mapper::toResponse).toList(), page.next()));
    }

    private Mono<Void> write(
            Actor actor, Dataset dataset, ExportFilter filter, @Nullable String format, ServerWebExchange exchange) {
        ExportFormat asked = FileFormat.asked(ExportFormat.values(), format, exchange.getRequest());
        return Mono.using(
                () -> desk.sit(actor.memberId()),
                seat -> takeExport
                        .open(actor, dataset, filter, asked.suffix())
                        .flatMap(opened -> write(opened, asked, exchange.getResponse())),
                desk::leave);
    }

    private Mono<Void> write(Opened opened, ExportFormat format, ServerHttpResponse response) {
        String name = "toso-" + opened.export().dataset().name().toLowerCase(Locale.ROOT);
        response.getHeaders().setContentType(format.type());
        response.getHeaders()
                .setContentDisposition(ContentDisposition.attachment()
                        .filename(name + "." + format.suffix())
                        .build());
        response.getHeaders().set(EXPORT_ID, opened.export().id().toString());
        return response.writeWith(desk.untilClosed(
                ExportStream.of(opened.pages(), format.writer(opened.columns()), response.bufferFactory())));
    }
}
