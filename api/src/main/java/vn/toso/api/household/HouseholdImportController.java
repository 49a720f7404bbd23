package vn.toso.api.household;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.toso.api.sheet.Sheets;
import vn.toso.api.web.Needs;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.household.ImportHouseholds;
import vn.toso.domain.household.ImportHouseholds.Imported;
import vn.toso.domain.id.AreaId;

/** Lists of households over HTTP. */
@RestController
@RequestMapping("/v1/households/import")
@Tag(name = "households", description = "Hộ và nhân khẩu / households and residents")
class HouseholdImportController {

    private final ImportHouseholds importHouseholds;
    private final Sheets sheets;

    HouseholdImportController(ImportHouseholds importHouseholds, Sheets sheets) {
        this.importHouseholds = importHouseholds;
        this.sheets = sheets;
    }

    @Needs(Permission.EDIT_HOUSEHOLDS)
    @PostMapping(consumes = {Sheets.CSV, Sheets.XLSX})
    @Operation(
            summary = "Import a list of households",
            description = """
                    Registers the households of a spreadsheet (the first sheet of an `.xlsx`, or CSV in UTF-8; at most 1 MB and 5,000 rows), a row for \
                    each resident or for each head. Known headings, among others: Thôn/xóm, Số hộ, Chủ hộ, Họ và tên, Năm \
                    sinh, Quan hệ với chủ hộ, Số điện thoại, Địa chỉ, Phân loại. Merged headers, a column STT, numbers \
                    kept as text, lost leading zeros, sums and signatures are understood. `area` is a hamlet, or a commune \
                    whose hamlets a column names. Wrong rows are answered with their numbers (422) and nothing is \
                    imported, unless `goodRows=true`. `dryRun=true` writes nothing and answers what would come of it. The \
                    same list again registers nobody twice.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = Sheets.CSV,
                                            examples = @ExampleObject(HouseholdExamples.SHEET))))
    @ApiResponse(
            responseCode = "200",
            description = "What came of it",
            content = @Content(examples = @ExampleObject(HouseholdExamples.IMPORTED)))
    Mono<HouseholdImportResponse> run(
            Actor actor,
            @RequestParam AreaId area,
            @RequestParam(defaultValue = "false") boolean goodRows,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody byte[] file,
            ServerWebExchange exchange) {
        return sheets.rows(file)
                .flatMap(rows -> importHouseholds.run(actor, area, rows, goodRows, dryRun))
                .map(imported -> toResponse(imported, dryRun, exchange));
    }

    private HouseholdImportResponse toResponse(Imported imported, boolean dryRun, ServerWebExchange exchange) {
        return new HouseholdImportResponse(
                dryRun,
                imported.households(),
                imported.residents(),
                imported.alreadyThere(),
                sheets.inWords(imported.errors(), exchange),
                imported.ignoredColumns());
    }
}
