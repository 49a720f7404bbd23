package vn.toso.api.household;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
import vn.toso.api.web.Replies;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.household.AddResident;
import vn.toso.domain.household.AmendResident;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.RecordConsent;
import vn.toso.domain.household.RegisterHousehold.Registered;
import vn.toso.domain.household.ResidentForm;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.ResidentId;

/** The people of a household over HTTP. Versions are the household's, and every answer is the household as it is now. */
@RestController
@RequestMapping("/v1/households/{id}/residents")
@Tag(name = "households", description = "Hộ và nhân khẩu / households and residents")
class ResidentController {

    private final AddResident addResident;
    private final AmendResident amendResident;
    private final RecordConsent recordConsent;
    private final HouseholdMapper mapper;
    private final MergePatch merge;

    ResidentController(
            AddResident addResident,
            AmendResident amendResident,
            RecordConsent recordConsent,
            HouseholdMapper mapper,
            MergePatch merge) {
        this.addResident = addResident;
        this.amendResident = amendResident;
        this.recordConsent = recordConsent;
        this.mapper = mapper;
        this.merge = merge;
    }

    @Needs(Permission.EDIT_HOUSEHOLDS)
    @PostMapping
    @Operation(
            summary = "Add a resident",
            description = """
                    Takes one more person into a household, from today on, and answers the household. The phone makes the \
                    id, so sending again is safe: 201 the first time, 200 for an identical repeat, 409 `conflict` when the \
                    id stands for somebody else in the household.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(HouseholdExamples.RESIDENT))))
    @ApiResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(examples = @ExampleObject(HouseholdExamples.HOUSEHOLD)))
    @ApiResponse(
            responseCode = "200",
            description = "Added before; nothing changed",
            content = @Content(examples = @ExampleObject(HouseholdExamples.HOUSEHOLD)))
    Mono<ResponseEntity<HouseholdResponse>> add(
            Actor actor,
            @PathVariable HouseholdId id,
            @IfMatch @Nullable Long version,
            @RequestBody ResidentRequest request) {
        return addResident.add(actor, id, version, mapper.toResident(request)).map(this::toReply);
    }

    @Needs(Permission.EDIT_HOUSEHOLDS)
    @PatchMapping("/{rid}")
    @Operation(
            summary = "Change a resident",
            description = """
                    Changes what is said of a person by a merge patch and answers the household: a field that is there \
                    replaces the present value, `null` takes it away, the rest stays. `leftOn` is the first day on which \
                    the person no longer belongs to the household; `null` takes the person back.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = ResidentFields.class),
                                            examples = @ExampleObject(HouseholdExamples.RESIDENT_PATCH))))
    @ApiResponse(
            responseCode = "200",
            description = "The household as it is now",
            content = @Content(examples = @ExampleObject(HouseholdExamples.HOUSEHOLD)))
    Mono<ResponseEntity<HouseholdResponse>> amend(
            Actor actor,
            @PathVariable HouseholdId id,
            @PathVariable ResidentId rid,
            @IfMatch @Nullable Long version,
            @RequestBody JsonNode patch) {
        return amendResident
                .amend(actor, id, rid, version, form -> patched(form, patch))
                .map(this::toReply);
    }

    @Needs(Permission.EDIT_HOUSEHOLDS)
    @PostMapping("/{rid}/consents")
    @Operation(
            summary = "Record a resident's consent",
            description = """
                    Keeps what a person said to one purpose: given, refused or withdrawn, and answers the household. Words \
                    are added, never changed; the latest counts. Send `at`, so that a repeat is known as one.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(HouseholdExamples.CONSENT))))
    @ApiResponse(
            responseCode = "200",
            description = "The household as it is now",
            content = @Content(examples = @ExampleObject(HouseholdExamples.HOUSEHOLD)))
    Mono<ResponseEntity<HouseholdResponse>> consent(
            Actor actor,
            @PathVariable HouseholdId id,
            @PathVariable ResidentId rid,
            @IfMatch @Nullable Long version,
            @RequestBody ConsentRequest request) {
        return recordConsent
                .record(actor, id, rid, version, mapper.toCommand(request))
                .map(this::toReply);
    }

    private ResidentForm patched(ResidentForm form, JsonNode patch) {
        return mapper.toForm(merge.apply(mapper.toFields(form), patch, ResidentFields.class));
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
