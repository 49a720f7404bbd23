package vn.toso.api.privacy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
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
import vn.toso.domain.id.SubjectRequestId;
import vn.toso.domain.privacy.HandleRequests;
import vn.toso.domain.privacy.SubjectRequest;
import vn.toso.domain.privacy.SubjectRequests;
import vn.toso.domain.storage.Page;

/** Requests about the own data, with their terms. */
@RestController
@RequestMapping("/v1/privacy/requests")
@Tag(name = "privacy", description = "Quyền của người dân với dữ liệu / what people may ask about their own data")
class SubjectRequestController {

    private final HandleRequests handleRequests;
    private final SubjectRequests requests;
    private final Clock clock;

    SubjectRequestController(HandleRequests handleRequests, SubjectRequests requests, Clock clock) {
        this.handleRequests = handleRequests;
        this.requests = requests;
        this.clock = clock;
    }

    @PostMapping
    @Operation(
            summary = "Take in a request",
            description = """
                    Somebody asks to see (`ACCESS`), correct (`CORRECTION`), withdraw (`WITHDRAWAL`) or erase (`ERASURE`) what \
                    is held of them. The answer names the terms of Law 91/2025/QH15 and NĐ 356/2025: 2 working days to \
                    acknowledge; 10, 10, 15 and 20 days to do it. For a child under 16 a `representative` asks.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(PrivacyExamples.REQUEST))))
    @ApiResponse(
            responseCode = "201",
            description = "Received",
            content = @Content(examples = @ExampleObject(PrivacyExamples.RECEIVED)))
    @Needs(Permission.RECEIVE_DATA_REQUESTS)
    Mono<ResponseEntity<SubjectRequestResponse>> receive(Actor actor, @RequestBody SubjectRequestBody request) {
        return handleRequests.receive(actor, request.toCommand()).map(received -> {
            SubjectRequestResponse body = SubjectRequestResponse.of(received, clock.instant());
            return Replies.created(body, body.version(), "/v1/privacy/requests/" + body.id());
        });
    }

    @GetMapping
    @Operation(summary = "List requests", description = """
                    Those of the caller's scope, due first at the top; without `state` those that are open.""")
    @ApiResponse(
            responseCode = "200",
            description = "A part of the list",
            content = @Content(examples = @ExampleObject(PrivacyExamples.REQUESTS)))
    @Needs(Permission.RECEIVE_DATA_REQUESTS)
    Mono<Page<SubjectRequestResponse>> requests(
            Actor actor, @RequestParam(required = false) SubjectRequest.@Nullable State state, Paging paging) {
        return requests.page(actor, state, paging.limit(), paging.after())
                .map(page -> page.map(request -> SubjectRequestResponse.of(request, clock.instant())));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a request", description = "One request with its terms.")
    @ApiResponse(
            responseCode = "200",
            description = "The request",
            content = @Content(examples = @ExampleObject(PrivacyExamples.RECEIVED)))
    @Needs(Permission.RECEIVE_DATA_REQUESTS)
    Mono<ResponseEntity<SubjectRequestResponse>> request(Actor actor, @PathVariable SubjectRequestId id) {
        return requests.get(actor, id).map(this::document);
    }

    @PostMapping("/{id}/acknowledge")
    @Operation(summary = "Acknowledge a request", description = """
                    The person heard that it was received. Acknowledging again changes nothing.""")
    @ApiResponse(
            responseCode = "200",
            description = "The request",
            content = @Content(examples = @ExampleObject(PrivacyExamples.RECEIVED)))
    @Needs(Permission.HANDLE_DATA_REQUESTS)
    Mono<ResponseEntity<SubjectRequestResponse>> acknowledge(
            Actor actor, @PathVariable SubjectRequestId id, @IfMatch @Nullable Long version) {
        return handleRequests.acknowledge(actor, id, version).map(this::document);
    }

    @PostMapping("/{id}/extend")
    @Operation(
            summary = "Extend a request's term",
            description = "By as many days again, once, with a reason that the person is told.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(PrivacyExamples.EXTEND))))
    @ApiResponse(
            responseCode = "200",
            description = "The request",
            content = @Content(examples = @ExampleObject(PrivacyExamples.RECEIVED)))
    @Needs(Permission.HANDLE_DATA_REQUESTS)
    Mono<ResponseEntity<SubjectRequestResponse>> extend(
            Actor actor,
            @PathVariable SubjectRequestId id,
            @IfMatch @Nullable Long version,
            @RequestBody Extension why) {
        return Mono.defer(() -> handleRequests.extend(actor, id, version, why.reason()))
                .map(this::document);
    }

    @PostMapping("/{id}/close")
    @Operation(
            summary = "Close a request",
            description = "It was done (`DONE`), or refused (`REFUSED`) with a reason that the person is told.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(PrivacyExamples.CLOSE))))
    @ApiResponse(
            responseCode = "200",
            description = "The request",
            content = @Content(examples = @ExampleObject(PrivacyExamples.RECEIVED)))
    @Needs(Permission.HANDLE_DATA_REQUESTS)
    Mono<ResponseEntity<SubjectRequestResponse>> close(
            Actor actor,
            @PathVariable SubjectRequestId id,
            @IfMatch @Nullable Long version,
            @RequestBody Closing closing) {
        return Mono.defer(() -> handleRequests.close(actor, id, version, closing.state(), closing.reason()))
                .map(this::document);
    }

    /** Why a term is extended. */
    record Extension(String reason) {}

    /**
     * How a request ended.
     *
     * @param reason required for a refusal
     */
    record Closing(SubjectRequest.State state, @Nullable String reason) {}

    private ResponseEntity<SubjectRequestResponse> document(SubjectRequest request) {
        SubjectRequestResponse body = SubjectRequestResponse.of(request, clock.instant());
        return Replies.document(body, body.version());
    }
}
