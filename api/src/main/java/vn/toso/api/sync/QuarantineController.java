package vn.toso.api.sync;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.toso.api.web.Needs;
import vn.toso.api.web.Paging;
import vn.toso.api.web.Replies;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.id.MutationId;
import vn.toso.domain.storage.Page;
import vn.toso.domain.sync.HeldWork;
import vn.toso.domain.sync.Quarantine;
import vn.toso.domain.sync.ResolveQuarantine;

/** Work that phones sent and nobody carried out. */
@RestController
@RequestMapping("/v1/quarantine")
@Tag(name = "quarantine", description = "Khu chờ duyệt / work that waits for a leader")
class QuarantineController {

    /** @param reason why, 1 to 500 characters; reaches who sent the work */
    record Rejection(String reason) {}

    private final Quarantine quarantine;
    private final ResolveQuarantine resolveQuarantine;
    private final MutationReader reader;
    private final HeldWorkView view;

    QuarantineController(
            Quarantine quarantine, ResolveQuarantine resolveQuarantine, MutationReader reader, HeldWorkView view) {
        this.quarantine = quarantine;
        this.resolveQuarantine = resolveQuarantine;
        this.reader = reader;
        this.view = view;
    }

    @Needs(value = Permission.READ_QUARANTINE, orOwn = true)
    @GetMapping
    @Operation(summary = "List held work", description = """
                    Work that phones sent and that was not carried out, with its full content, the latest first. A leader \
                    sees what concerns the own hamlets, everybody the own work. `state` narrows the list: `PENDING`, \
                    `ACCEPTED`, `REJECTED`.""")
    @ApiResponse(
            responseCode = "200",
            description = "A part of the list",
            content = @Content(examples = @ExampleObject(QuarantineExamples.PAGE)))
    Mono<Page<HeldWorkResponse>> list(
            Actor actor,
            @RequestParam(required = false) HeldWork.@Nullable State state,
            Paging paging,
            ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        return quarantine
                .page(actor, state, paging.limit(), paging.after())
                .map(page -> page.map(held -> view.inWords(actor, held, headers)));
    }

    @Needs(Permission.RESOLVE_QUARANTINE)
    @PostMapping("/{id}/accept")
    @Operation(summary = "Accept held work", description = """
                    A leader has it carried out as if it were pushed today, in the name of who did it and with its own \
                    times. Where something still stands in its way, that is the answer and the work stays `PENDING`. \
                    Accepting again changes nothing.""")
    @ApiResponse(
            responseCode = "200",
            description = "Carried out",
            content = @Content(examples = @ExampleObject(QuarantineExamples.ACCEPTED)))
    Mono<ResponseEntity<HeldWorkResponse>> accept(Actor actor, @PathVariable MutationId id, ServerHttpRequest request) {
        return resolveQuarantine.accept(actor, id, reader::read).map(held -> toReply(actor, held, request));
    }

    @Needs(Permission.RESOLVE_QUARANTINE)
    @PostMapping("/{id}/reject")
    @Operation(
            summary = "Reject held work",
            description = """
                    A leader refuses it, with a reason that reaches who sent it. Its content is kept. Rejecting again \
                    changes nothing.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(QuarantineExamples.REJECTION))))
    @ApiResponse(
            responseCode = "200",
            description = "Rejected",
            content = @Content(examples = @ExampleObject(QuarantineExamples.REJECTED)))
    Mono<ResponseEntity<HeldWorkResponse>> reject(
            Actor actor, @PathVariable MutationId id, @RequestBody Rejection rejection, ServerHttpRequest request) {
        return resolveQuarantine.reject(actor, id, rejection.reason()).map(held -> toReply(actor, held, request));
    }

    private ResponseEntity<HeldWorkResponse> toReply(Actor actor, HeldWork held, ServerHttpRequest request) {
        HeldWorkResponse body = view.inWords(actor, held, request.getHeaders());
        return Replies.document(body, body.version());
    }
}
