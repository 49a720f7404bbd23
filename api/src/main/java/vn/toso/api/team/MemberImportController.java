package vn.toso.api.team;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
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
import vn.toso.domain.id.AreaId;
import vn.toso.domain.team.ImportMembers;
import vn.toso.domain.team.ImportMembers.Imported;
import vn.toso.domain.team.ImportMembers.Joined;
import vn.toso.domain.team.Member;

/** Lists of team members over HTTP. */
@RestController
@RequestMapping("/v1/members/import")
@Tag(name = "members", description = "Người dùng của Tổ Số / the users")
class MemberImportController {

    private final ImportMembers importMembers;
    private final Sheets sheets;

    MemberImportController(ImportMembers importMembers, Sheets sheets) {
        this.importMembers = importMembers;
        this.sheets = sheets;
    }

    @Needs(Permission.EDIT_MEMBERS)
    @PostMapping(consumes = {Sheets.CSV, Sheets.XLSX})
    @Operation(
            summary = "Import a list of team members",
            description = """
                    Invites the people of a spreadsheet (the first sheet of an `.xlsx`, or CSV in UTF-8; at most 1 MB and 5,000 rows) as team members, \
                    and answers their invitation codes, shown this once. Known headings, among others: Thôn/xóm, Họ và \
                    tên, Số điện thoại. Merged headers, a column STT, numbers kept as text, lost leading zeros, sums and \
                    signatures are understood. `area` is the home of those whose row names no hamlet. Wrong rows are \
                    answered with their numbers (422) and nobody is invited, unless `goodRows=true`. `dryRun=true` invites \
                    nobody and answers what would come of it. Who is there already is not invited again.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(mediaType = Sheets.CSV, examples = @ExampleObject(MemberExamples.SHEET))))
    @ApiResponse(
            responseCode = "200",
            description = "What came of it",
            content = @Content(examples = @ExampleObject(MemberExamples.IMPORTED)))
    Mono<MemberImportResponse> run(
            Actor actor,
            @RequestParam AreaId area,
            @RequestParam(defaultValue = "false") boolean goodRows,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody byte[] file,
            ServerWebExchange exchange) {
        return sheets.rows(file)
                .flatMap(rows -> importMembers.run(actor, area, rows, goodRows, dryRun))
                .map(imported -> toResponse(imported, dryRun, exchange));
    }

    private MemberImportResponse toResponse(Imported imported, boolean dryRun, ServerWebExchange exchange) {
        return new MemberImportResponse(
                dryRun,
                imported.members(),
                imported.invited().stream()
                        .map(MemberImportController::toInvited)
                        .toList(),
                imported.alreadyThere(),
                sheets.inWords(imported.errors(), exchange),
                imported.ignoredColumns());
    }

    private static MemberImportResponse.Invited toInvited(Joined joined) {
        Member member = joined.invited().member();
        return new MemberImportResponse.Invited(
                joined.row(),
                member.id(),
                member.name(),
                joined.invited().code(),
                Objects.requireNonNull(member.invitation()).expiresAt());
    }
}
