package vn.toso.api.privacy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import vn.toso.api.json.MergePatch;
import vn.toso.api.web.IfMatch;
import vn.toso.api.web.Needs;
import vn.toso.api.web.Paging;
import vn.toso.api.web.Replies;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.id.BreachId;
import vn.toso.domain.privacy.Breach;
import vn.toso.domain.privacy.BreachForm;
import vn.toso.domain.privacy.Breaches;
import vn.toso.domain.storage.Page;

/** Breaches of personal data, with their clock of 72 hours. */
@RestController
@RequestMapping("/v1/privacy/breaches")
@Tag(name = "privacy")
class BreachController {

    private final Breaches breaches;
    private final MergePatch merge;
    private final Clock clock;

    BreachController(Breaches breaches, MergePatch merge, Clock clock) {
        this.breaches = breaches;
        this.merge = merge;
        this.clock = clock;
    }

    @PostMapping
    @Operation(
            summary = "Record a breach",
            description = """
                    That personal data were, or may have been, lost, changed or seen by somebody who may not. The authority \
                    is to be told within 72 hours of `detectedAt`: `tellBy`.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(PrivacyExamples.BREACH_REQUEST))))
    @ApiResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(examples = @ExampleObject(PrivacyExamples.BREACH)))
    @Needs(Permission.HANDLE_BREACHES)
    Mono<ResponseEntity<BreachResponse>> recordBreach(Actor actor, @RequestBody BreachRequest request) {
        return breaches.record(actor, BreachFields.instant(request.detectedAt()), request.toForm())
                .map(breach -> {
                    BreachResponse body = BreachResponse.of(breach, clock.instant());
                    return Replies.created(body, body.version(), "/v1/privacy/breaches/" + body.id());
                });
    }

    @GetMapping
    @Operation(summary = "List breaches", description = "The latest first.")
    @ApiResponse(
            responseCode = "200",
            description = "A part of the list",
            content = @Content(examples = @ExampleObject(PrivacyExamples.BREACHES)))
    @Needs(Permission.HANDLE_BREACHES)
    Mono<Page<BreachResponse>> breaches(Actor actor, Paging paging) {
        return breaches.page(actor, paging.limit(), paging.after())
                .map(page -> page.map(breach -> BreachResponse.of(breach, clock.instant())));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a breach", description = "One breach with its clock.")
    @ApiResponse(
            responseCode = "200",
            description = "The breach",
            content = @Content(examples = @ExampleObject(PrivacyExamples.BREACH)))
    @Needs(Permission.HANDLE_BREACHES)
    Mono<ResponseEntity<BreachResponse>> breach(Actor actor, @PathVariable BreachId id) {
        return breaches.get(actor, id).map(this::document);
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Change what is said of a breach",
            description = """
                    By a merge patch: measures, when the authority and the people were told, and that it is closed. Told \
                    after more than 72 hours it needs `whyLate`.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = BreachFields.class),
                                            examples = @ExampleObject(PrivacyExamples.BREACH_PATCH))))
    @ApiResponse(
            responseCode = "200",
            description = "The breach",
            content = @Content(examples = @ExampleObject(PrivacyExamples.BREACH)))
    @Needs(Permission.HANDLE_BREACHES)
    Mono<ResponseEntity<BreachResponse>> amendBreach(
            Actor actor, @PathVariable BreachId id, @IfMatch @Nullable Long version, @RequestBody JsonNode patch) {
        return breaches.amend(actor, id, version, form -> patched(form, patch)).map(this::document);
    }

    private BreachForm patched(BreachForm form, JsonNode patch) {
        return merge.apply(BreachFields.of(form), patch, BreachFields.class).toForm();
    }

    private ResponseEntity<BreachResponse> document(Breach breach) {
        BreachResponse body = BreachResponse.of(breach, clock.instant());
        return Replies.document(body, body.version());
    }
}
