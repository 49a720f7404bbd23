package vn.toso.api.area;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
import vn.toso.domain.area.AmendArea;
import vn.toso.domain.area.AreaForm;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.CreateHamlet;
import vn.toso.domain.area.VisibleAreas;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.Page;
import vn.toso.domain.text.Search;

/** Areas over HTTP. */
@RestController
@RequestMapping("/v1/areas")
@Tag(name = "areas", description = "Đơn vị hành chính và thôn, xóm, bản, khối / units and hamlets, as a dated tree")
class AreaController {

    private final VisibleAreas visibleAreas;
    private final CreateHamlet createHamlet;
    private final AmendArea amendArea;
    private final Places places;
    private final AreaMapper mapper;
    private final MergePatch merge;

    AreaController(
            VisibleAreas visibleAreas,
            CreateHamlet createHamlet,
            AmendArea amendArea,
            Places places,
            AreaMapper mapper,
            MergePatch merge) {
        this.visibleAreas = visibleAreas;
        this.createHamlet = createHamlet;
        this.amendArea = amendArea;
        this.places = places;
        this.mapper = mapper;
        this.merge = merge;
    }

    @Needs(Permission.READ_AREAS)
    @GetMapping("/{id}")
    @Operation(summary = "Read an area", description = """
                    One area with what stands above it today, the nearest first; of a unit that is gone, what stood above \
                    it on its last day. Units down to the communes are public facts; a hamlet shows only within the \
                    caller's scope.""")
    @ApiResponse(
            responseCode = "200",
            description = "The area",
            content = @Content(examples = @ExampleObject(AreaExamples.HAMLET)))
    Mono<ResponseEntity<AreaResponse>> get(Actor actor, @PathVariable AreaId id) {
        return Mono.fromSupplier(() -> visibleAreas.get(actor, id))
                .map(places::of)
                .map(AreaController::toReply);
    }

    @Needs(Permission.READ_AREAS)
    @GetMapping
    @Operation(summary = "List areas", description = """
                    The areas that stand on the day `at` (today when absent), by level and name. `parent` asks for those \
                    right below an area that day, `level` for one level, `q` for a name: marks may be left out, exact \
                    accents come first.""")
    @ApiResponse(
            responseCode = "200",
            description = "A part of the list",
            content = @Content(examples = @ExampleObject(AreaExamples.PAGE)))
    Mono<Page<AreaResponse>> list(
            Actor actor,
            @RequestParam @Nullable AreaId parent,
            @RequestParam @Nullable LocalDate at,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable AreaLevel level,
            Paging paging) {
        var question = new VisibleAreas.Question(parent, at, Search.of(q), level, paging.limit(), paging.after());
        return Mono.fromSupplier(() -> visibleAreas.list(actor, question))
                .map(page -> page.map(area -> places.of(area, at)));
    }

    @Needs(Permission.EDIT_HAMLETS)
    @PostMapping
    @Operation(
            summary = "Add a hamlet",
            description = """
                    Adds a hamlet to a commune of the caller's scope, from today on. 409 `conflict` when the commune has \
                    a hamlet of that type and name already.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(AreaExamples.REQUEST))))
    @ApiResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(examples = @ExampleObject(AreaExamples.ADDED)))
    Mono<ResponseEntity<AreaResponse>> create(Actor actor, @RequestBody HamletRequest request) {
        return createHamlet
                .create(actor, mapper.toCommand(request))
                .map(places::of)
                .map(body -> Replies.created(body, body.version(), "/v1/areas/" + body.id()));
    }

    @Needs(Permission.EDIT_HAMLETS)
    @PatchMapping("/{id}")
    @Operation(
            summary = "Correct an area",
            description = """
                    Changes what is said of an area by a merge patch: a field that is there replaces the present value, \
                    `null` takes it away, the rest stays. Where an area lies in the tree changes by reorganisations only. \
                    A commune's leader corrects the hamlets of the commune, the province everything.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = AreaFields.class),
                                            examples = @ExampleObject(AreaExamples.PATCH))))
    @ApiResponse(
            responseCode = "200",
            description = "The area as it is now",
            content = @Content(examples = @ExampleObject(AreaExamples.HAMLET)))
    Mono<ResponseEntity<AreaResponse>> amend(
            Actor actor, @PathVariable AreaId id, @IfMatch @Nullable Long version, @RequestBody JsonNode patch) {
        return amendArea
                .amend(actor, id, version, form -> patched(form, patch))
                .map(places::of)
                .map(AreaController::toReply);
    }

    private AreaForm patched(AreaForm form, JsonNode patch) {
        return mapper.toForm(merge.apply(mapper.toFields(form), patch, AreaFields.class));
    }

    private static ResponseEntity<AreaResponse> toReply(AreaResponse body) {
        return Replies.document(body, body.version());
    }
}
