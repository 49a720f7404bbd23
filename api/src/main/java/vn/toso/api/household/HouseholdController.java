package vn.toso.api.household;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import vn.toso.domain.household.AmendHousehold;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.HouseholdForm;
import vn.toso.domain.household.Households;
import vn.toso.domain.household.RegisterHousehold;
import vn.toso.domain.household.RegisterHousehold.Registered;
import vn.toso.domain.household.TransferHousehold;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.service.Catalogues;
import vn.toso.domain.service.Service;
import vn.toso.domain.storage.Page;
import vn.toso.domain.text.Search;

/** Households over HTTP. */
@RestController
@RequestMapping("/v1/households")
@Tag(name = "households", description = "Hộ và nhân khẩu / households and residents")
class HouseholdController {

    private final Households households;
    private final RegisterHousehold registerHousehold;
    private final AmendHousehold amendHousehold;
    private final TransferHousehold transferHousehold;
    private final Catalogues catalogues;
    private final HouseholdMapper mapper;
    private final MergePatch merge;

    HouseholdController(
            Households households,
            RegisterHousehold registerHousehold,
            AmendHousehold amendHousehold,
            TransferHousehold transferHousehold,
            Catalogues catalogues,
            HouseholdMapper mapper,
            MergePatch merge) {
        this.households = households;
        this.registerHousehold = registerHousehold;
        this.amendHousehold = amendHousehold;
        this.transferHousehold = transferHousehold;
        this.catalogues = catalogues;
        this.mapper = mapper;
        this.merge = merge;
    }

    @Needs(Permission.READ_HOUSEHOLDS)
    @GetMapping("/{id}")
    @Operation(summary = "Read a household", description = """
                    One household of the caller's scope with its residents, those who left among them, and how far each \
                    has come with each service.""")
    @ApiResponse(
            responseCode = "200",
            description = "The household",
            content = @Content(examples = @ExampleObject(HouseholdExamples.HOUSEHOLD)))
    Mono<ResponseEntity<HouseholdResponse>> get(Actor actor, @PathVariable HouseholdId id) {
        return households.get(actor, id).map(this::toReply);
    }

    @Needs(Permission.READ_HOUSEHOLDS)
    @GetMapping
    @Operation(summary = "List households", description = """
                    The households of the caller's scope with their residents, by the head's given name. `q` asks for a \
                    name of anybody in the household: marks may be left out, exact accents come first. `unvisited=true` \
                    asks for those without a live visit, `eligibleFor` for those with somebody eligible for a service who \
                    has not achieved it. Who sees more than a commune must name a `hamlet`.""")
    @ApiResponse(
            responseCode = "200",
            description = "A part of the list",
            content = @Content(examples = @ExampleObject(HouseholdExamples.PAGE)))
    Mono<Page<HouseholdResponse>> list(
            Actor actor,
            @RequestParam @Nullable AreaId hamlet,
            @RequestParam @Nullable String q,
            @RequestParam(defaultValue = "false") boolean unvisited,
            @RequestParam @Nullable String eligibleFor,
            Paging paging) {
        var question = new Households.Question(
                hamlet, Search.of(q), unvisited, service(eligibleFor), paging.limit(), paging.after());
        return households.list(actor, question).map(page -> page.map(mapper::toResponse));
    }

    @Needs(Permission.EDIT_HOUSEHOLDS)
    @PostMapping
    @Operation(
            summary = "Register a household",
            description = """
                    Takes a household with its residents into the register, from today on. The phone makes the ids, so \
                    sending again is safe: 201 the first time, 200 with the household as it stands for an identical \
                    repeat, 409 `conflict` when the id exists with other content.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(HouseholdExamples.REQUEST))))
    @ApiResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(examples = @ExampleObject(HouseholdExamples.REGISTERED)))
    @ApiResponse(
            responseCode = "200",
            description = "Registered before; nothing changed",
            content = @Content(examples = @ExampleObject(HouseholdExamples.REGISTERED)))
    Mono<ResponseEntity<HouseholdResponse>> register(Actor actor, @RequestBody HouseholdRequest request) {
        return registerHousehold.register(actor, mapper.toCommand(request)).map(this::toReply);
    }

    @Needs(Permission.EDIT_HOUSEHOLDS)
    @PatchMapping("/{id}")
    @Operation(
            summary = "Change a household",
            description = """
                    Changes what is said of a household by a merge patch: a field that is there replaces the present \
                    value, `null` takes it away, objects merge, the rest stays. `phones` and `classifications` are \
                    replaced as a whole.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = HouseholdFields.class),
                                            examples = @ExampleObject(HouseholdExamples.PATCH))))
    @ApiResponse(
            responseCode = "200",
            description = "The household as it is now",
            content = @Content(examples = @ExampleObject(HouseholdExamples.HOUSEHOLD)))
    Mono<ResponseEntity<HouseholdResponse>> amend(
            Actor actor, @PathVariable HouseholdId id, @IfMatch @Nullable Long version, @RequestBody JsonNode patch) {
        return amendHousehold
                .amend(actor, id, version, form -> patched(form, patch))
                .map(this::toReply);
    }

    @Needs(Permission.TRANSFER_HOUSEHOLDS)
    @PostMapping("/{id}/transfer")
    @Operation(
            summary = "Move a household to another hamlet",
            description = """
                    Moves a household within the caller's scope from the day `on` (today when absent). The phones of the \
                    old hamlet drop it, those of the new one get it. For leaders. Moving it to where it lives changes \
                    nothing.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(HouseholdExamples.TRANSFER))))
    @ApiResponse(
            responseCode = "200",
            description = "The household in its new hamlet",
            content = @Content(examples = @ExampleObject(HouseholdExamples.MOVED)))
    Mono<ResponseEntity<HouseholdResponse>> transfer(
            Actor actor,
            @PathVariable HouseholdId id,
            @IfMatch @Nullable Long version,
            @RequestBody TransferRequest request) {
        return transferHousehold
                .transfer(actor, id, version, mapper.toCommand(request))
                .map(this::toReply);
    }

    private HouseholdForm patched(HouseholdForm form, JsonNode patch) {
        return mapper.toForm(merge.apply(mapper.toFields(form), patch, HouseholdFields.class));
    }

    private @Nullable Service service(@Nullable String code) {
        return code == null
                ? null
                : catalogues
                        .current()
                        .find(code)
                        .orElseThrow(() -> Problem.invalid("/eligibleFor", "unknown-service", code));
    }

    private ResponseEntity<HouseholdResponse> toReply(Registered registered) {
        HouseholdResponse body = mapper.toResponse(registered.household());
        return Replies.made(!registered.repeated(), body, body.version(), "/v1/households/" + body.id());
    }

    private ResponseEntity<HouseholdResponse> toReply(Household household) {
        HouseholdResponse body = mapper.toResponse(household);
        return Replies.document(body, body.version());
    }
}
