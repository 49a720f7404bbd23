package vn.toso.api.service;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.toso.api.web.IfMatch;
import vn.toso.api.web.Needs;
import vn.toso.api.web.Paging;
import vn.toso.api.web.Replies;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.service.AmendService;
import vn.toso.domain.service.Catalogues;
import vn.toso.domain.service.Service;
import vn.toso.domain.storage.Page;
import vn.toso.domain.storage.PageToken;

/** The catalogue of services over HTTP. */
@RestController
@RequestMapping("/v1/services")
@Tag(name = "services", description = "Danh mục dịch vụ / the catalogue of services")
class ServiceController {

    private final Catalogues catalogues;
    private final AmendService amendService;
    private final ServiceMapper mapper;

    ServiceController(Catalogues catalogues, AmendService amendService, ServiceMapper mapper) {
        this.catalogues = catalogues;
        this.amendService = amendService;
        this.mapper = mapper;
    }

    @Needs(Permission.READ_PUBLIC_FACTS)
    @GetMapping
    @Operation(summary = "List the services", description = """
                    The whole catalogue by code, rows that are no longer offered (`active: false`) among them. Public \
                    facts for everybody who signed in.""")
    @ApiResponse(
            responseCode = "200",
            description = "A part of the catalogue",
            content = @Content(examples = @ExampleObject(ServiceExamples.PAGE)))
    Mono<Page<ServiceResponse>> list(Actor actor, Paging paging) {
        return Mono.fromSupplier(() -> page(paging));
    }

    @Needs(Permission.EDIT_SERVICES)
    @PutMapping("/{code}")
    @Operation(
            summary = "Put a service into the catalogue",
            description = """
                    Adds a row (201) or replaces what is said of one (200). For the province only. What a row counts \
                    (`unit`) cannot change, since its history would mean nothing any more: make a new code instead.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(ServiceExamples.REQUEST))))
    @ApiResponse(
            responseCode = "200",
            description = "The row as it is now",
            content = @Content(examples = @ExampleObject(ServiceExamples.ANSWER)))
    @ApiResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(examples = @ExampleObject(ServiceExamples.ANSWER)))
    Mono<ResponseEntity<ServiceResponse>> put(
            Actor actor,
            @PathVariable String code,
            @IfMatch @Nullable Long version,
            @RequestBody ServiceRequest request) {
        boolean known = catalogues.current().find(code).isPresent();
        return amendService
                .put(actor, code, version, mapper.toForm(request))
                .map(mapper::toResponse)
                .map(body -> Replies.made(!known, body, body.version(), "/v1/services"));
    }

    private Page<ServiceResponse> page(Paging paging) {
        String after =
                paging.after() == null ? "" : PageToken.parts(paging.after(), 1).get(0);
        List<Service> oneMore = catalogues.current().all().stream()
                .filter(service -> service.code().compareTo(after) > 0)
                .limit(paging.limit() + 1L)
                .toList();
        return Page.of(oneMore, paging.limit(), last -> PageToken.of(last.code()))
                .map(mapper::toResponse);
    }
}
