package vn.toso.api.visit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.toso.api.web.IfMatch;
import vn.toso.api.web.Needs;
import vn.toso.api.web.Paging;
import vn.toso.api.web.Replies;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.storage.Page;
import vn.toso.domain.visit.RecordVisit;
import vn.toso.domain.visit.RecordVisit.Recorded;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.visit.Visits;
import vn.toso.domain.visit.VoidVisit;

/** Visits over HTTP. */
@RestController
@RequestMapping("/v1/visits")
@Tag(name = "visits", description = "Lượt đến nhà và buổi họp xóm / visits at doors and sessions in hamlets")
class VisitController {

    private final RecordVisit recordVisit;
    private final VoidVisit voidVisit;
    private final Visits visits;
    private final VisitMapper mapper;

    VisitController(RecordVisit recordVisit, VoidVisit voidVisit, Visits visits, VisitMapper mapper) {
        this.recordVisit = recordVisit;
        this.voidVisit = voidVisit;
        this.visits = visits;
        this.mapper = mapper;
    }

    @Needs(Permission.RECORD_VISITS)
    @PostMapping
    @Operation(
            summary = "Record a visit",
            description = """
                    Takes in a visit to a household (`householdId`) or a session in a hamlet (`hamletId`). The phone makes \
                    the id, so sending again is safe: 201 the first time, 200 with the same body for an identical repeat, \
                    409 `conflict` when the id exists with other content. A correction is a new visit that `supersedes` \
                    the old one. Where a device's clock is ahead, `occurredAt` is capped at `receivedAt`, and by more than \
                    ten minutes the visit is marked `skewed`; the time as sent is kept in `reportedAt`. A visit that \
                    achieves everything an open task of the household wants completes that task.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(VisitExamples.REQUEST))))
    @ApiResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(examples = @ExampleObject(VisitExamples.ANSWER)))
    @ApiResponse(
            responseCode = "200",
            description = "Recorded before; nothing changed",
            content = @Content(examples = @ExampleObject(VisitExamples.ANSWER)))
    Mono<ResponseEntity<VisitResponse>> record(Actor actor, @RequestBody VisitRequest request) {
        return recordVisit.record(actor, mapper.toCommand(request)).map(this::toReply);
    }

    @Needs(Permission.READ_VISITS)
    @GetMapping("/{id}")
    @Operation(summary = "Read a visit", description = "One visit within the caller's scope, void or not.")
    @ApiResponse(
            responseCode = "200",
            description = "The visit",
            content = @Content(examples = @ExampleObject(VisitExamples.ANSWER)))
    Mono<ResponseEntity<VisitResponse>> get(Actor actor, @PathVariable VisitId id) {
        return visits.get(actor, id).map(this::toReply);
    }

    @Needs(Permission.READ_VISITS)
    @GetMapping
    @Operation(summary = "List visits", description = """
                    Visits within the caller's scope, the latest first, void ones among them. `from` and `to` are days in \
                    Asia/Ho_Chi_Minh on which the visits occurred, both included.""")
    @ApiResponse(
            responseCode = "200",
            description = "A part of the list",
            content = @Content(examples = @ExampleObject(VisitExamples.PAGE)))
    Mono<Page<VisitResponse>> list(
            Actor actor,
            @RequestParam(required = false) @Nullable HouseholdId household,
            @RequestParam(required = false) @Nullable AreaId hamlet,
            @RequestParam(required = false) @Nullable MemberId member,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Paging paging) {
        var filter = new Visits.Filter(household, hamlet, member, from, to);
        return visits.page(actor, filter, paging.limit(), paging.after()).map(page -> page.map(mapper::toResponse));
    }

    @Needs(Permission.RECORD_VISITS)
    @PostMapping("/{id}/void")
    @Operation(
            summary = "Void a visit",
            description = """
                    Takes a visit back, with a reason: it stays on file and counts no longer. Whoever made it may, and a \
                    leader in whose scope it lies. Voiding again changes nothing.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(VisitExamples.VOID))))
    @ApiResponse(
            responseCode = "200",
            description = "The visit, void",
            content = @Content(examples = @ExampleObject(VisitExamples.VOIDED)))
    Mono<ResponseEntity<VisitResponse>> voidVisit(
            Actor actor, @PathVariable VisitId id, @IfMatch @Nullable Long version, @RequestBody VoidRequest request) {
        return voidVisit.withdraw(actor, id, request.reason(), version).map(this::toReply);
    }

    private ResponseEntity<VisitResponse> toReply(Recorded recorded) {
        Visit visit = recorded.visit();
        VisitResponse body = mapper.toResponse(visit);
        return Replies.made(!recorded.repeated(), body, body.version(), "/v1/visits/" + visit.id());
    }

    private ResponseEntity<VisitResponse> toReply(Visit visit) {
        VisitResponse body = mapper.toResponse(visit);
        return Replies.document(body, body.version());
    }
}
