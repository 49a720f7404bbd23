package vn.toso.api.privacy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.toso.api.web.Needs;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.id.SubjectRequestId;
import vn.toso.domain.privacy.DossierOf;
import vn.toso.domain.privacy.ErasePerson;

/** All that is held of a person, and taking it away. */
@RestController
@RequestMapping("/v1/residents/{id}")
@Tag(name = "privacy")
class PersonController {

    private final DossierOf dossierOf;
    private final ErasePerson erasePerson;
    private final DossierView view;

    PersonController(DossierOf dossierOf, ErasePerson erasePerson, DossierView view) {
        this.dossierOf = dossierOf;
        this.erasePerson = erasePerson;
        this.view = view;
    }

    @GetMapping("/dossier")
    @Operation(summary = "Gather all that is held of a person", description = """
                    The household, the person's consents and states, visits, tasks, work that was refused, requests, lists \
                    with names that were taken since, and by the audit who saw or changed the household, when and by which \
                    operation: the answer to somebody who asks for the own data.""")
    @ApiResponse(
            responseCode = "200",
            description = "The dossier",
            content =
                    @Content(
                            schema = @Schema(implementation = DossierResponse.class),
                            examples = @ExampleObject(PrivacyExamples.DOSSIER)))
    @Needs(Permission.READ_DOSSIERS)
    Mono<DossierResponse> dossier(Actor actor, @PathVariable ResidentId id, ServerHttpRequest request) {
        return dossierOf.gather(actor, id).flatMap(dossier -> view.of(actor, dossier, request.getHeaders()));
    }

    @PostMapping("/erase")
    @Operation(
            summary = "Erase a person",
            description = """
                    Takes the person out of the household, visits, tasks, quarantine and requests; phones drop them at their \
                    next pull, and exports that are under way show no more of them. What was done stays counted, of nobody; \
                    frozen months stay as they are. Cannot be undone. Erasing again answers what was done.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(PrivacyExamples.ERASE))))
    @ApiResponse(
            responseCode = "200",
            description = "Erased",
            content = @Content(examples = @ExampleObject(PrivacyExamples.ERASED)))
    @Needs(Permission.ERASE_RESIDENTS)
    Mono<ErasureResponse> erase(Actor actor, @PathVariable ResidentId id, @RequestBody Basis basis) {
        return erasePerson.erase(actor, id, basis.basis(), basis.requestId()).map(ErasureResponse::of);
    }

    /**
     * Why somebody is erased.
     *
     * @param basis the paper, the law
     * @param requestId the request that it answers
     */
    @Schema(name = "ErasureBasis")
    record Basis(String basis, @Nullable SubjectRequestId requestId) {}
}
