package vn.toso.api.sync;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.api.web.Needs;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;

/** What phones send when they come online. */
@RestController
@RequestMapping("/v1/sync/push")
@Tag(name = "sync", description = "Đồng bộ điện thoại / phones that work offline")
class PushController {

    private final PushDesk desk;

    PushController(PushDesk desk) {
        this.desk = desk;
    }

    @Needs(Permission.SYNCHRONISE)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Push work",
            description = """
                    Takes in what a phone did offline: at most 500 mutations and 2 MB a request, unpacked. Each is answered \
                    by itself, in the order sent, and one that is wrong harms no other: `applied`; `already-applied` when \
                    it came before (a mutation's id is remembered for at least 180 days); `conflict` with the server's \
                    `current` document, what was sent is kept; `rejected` with a problem, and `quarantined` for work \
                    outside the sender's scope: a leader finds both in the quarantine. The order is kept for each \
                    household. Kinds: `visit.record`, `visit.void`, `household.register`, `household.amend`, \
                    `resident.add`, `resident.amend`, `resident.leave`, `consent.record`, `task.accept`, `task.start`, \
                    `task.complete`, `task.decline`, `task.claim`; their bodies are those of REST, with the ids that stand \
                    in REST's addresses. An amendment sends only the fields it changes, and the `baseVersion` that the \
                    member saw: fields nobody else changed since merge, for the others the server's value stands. A wrong \
                    clock is never a reason to refuse.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = PushRequest.class),
                                            examples = @ExampleObject(SyncExamples.PUSH))))
    @ApiResponse(
            responseCode = "200",
            description = "What became of each mutation",
            content = @Content(examples = @ExampleObject(SyncExamples.PUSHED)))
    Mono<PushResponse> push(Actor actor, @RequestBody Flux<DataBuffer> body, ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        return desk.take(actor, body, headers);
    }
}
