package vn.toso.api.campaign;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
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
import vn.toso.domain.campaign.Campaign;
import vn.toso.domain.campaign.CampaignForm;
import vn.toso.domain.campaign.CampaignState;
import vn.toso.domain.campaign.Campaigns;
import vn.toso.domain.campaign.MoveCampaign;
import vn.toso.domain.campaign.PlanCampaign;
import vn.toso.domain.campaign.PreviewCampaign;
import vn.toso.domain.coverage.CampaignProgress;
import vn.toso.domain.coverage.CampaignProgress.HamletProgress;
import vn.toso.domain.coverage.CampaignProgress.Progress;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.CampaignId;
import vn.toso.domain.storage.Page;
import vn.toso.notifications.device.SilentDevices;

/** Campaigns: planning, launching, watching and ending them. */
@RestController
@RequestMapping("/v1/campaigns")
@Tag(name = "campaigns", description = "Chiến dịch / work that is shared out over many households at once")
class CampaignController {

    private final Campaigns campaigns;
    private final PlanCampaign planCampaign;
    private final PreviewCampaign previewCampaign;
    private final MoveCampaign moveCampaign;
    private final CampaignProgress progress;
    private final SilentDevices silentDevices;
    private final CampaignMapper mapper;

    CampaignController(
            Campaigns campaigns,
            PlanCampaign planCampaign,
            PreviewCampaign previewCampaign,
            MoveCampaign moveCampaign,
            CampaignProgress progress,
            SilentDevices silentDevices,
            CampaignMapper mapper) {
        this.campaigns = campaigns;
        this.planCampaign = planCampaign;
        this.previewCampaign = previewCampaign;
        this.moveCampaign = moveCampaign;
        this.progress = progress;
        this.silentDevices = silentDevices;
        this.mapper = mapper;
    }

    @Needs(Permission.ASSIGN_TASKS)
    @PostMapping
    @Operation(
            summary = "Plan a campaign",
            description = """
                    Writes a draft down; nobody has work from it until it is launched. With `dryRun=true` nothing is \
                    written: the answer says how many households and units there are, in each hamlet and for each member.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(CampaignExamples.REQUEST))))
    @ApiResponse(
            responseCode = "201",
            description = "The draft",
            content =
                    @Content(
                            schema = @Schema(implementation = CampaignResponse.class),
                            examples = @ExampleObject(CampaignExamples.DRAFT)))
    @ApiResponse(
            responseCode = "200",
            description = "What it would make, for a dry run",
            content =
                    @Content(
                            schema = @Schema(implementation = CampaignPreviewResponse.class),
                            examples = @ExampleObject(CampaignExamples.PREVIEW)))
    Mono<ResponseEntity<?>> plan(
            Actor actor, @RequestParam(defaultValue = "false") boolean dryRun, @RequestBody CampaignRequest request) {
        CampaignForm form = mapper.toForm(request);
        return dryRun
                ? previewCampaign.of(actor, form).map(mapper::toResponse).map(ResponseEntity::ok)
                : planCampaign.plan(actor, form).map(this::created);
    }

    @Needs(Permission.ASSIGN_TASKS)
    @PostMapping("/{id}/launch")
    @Operation(summary = "Launch a campaign", description = """
                    Each household that has somebody eligible who has not achieved gets one task, shared evenly over the \
                    active members of its hamlet; where there are none, the leader gets them and `withoutMembers` says \
                    so. The tasks are made after the answer: `launch` tells how far that is. Launching again changes \
                    nothing. With `dryRun=true` nothing is made, and the answer says what would be.""")
    @ApiResponse(
            responseCode = "200",
            description = "The campaign, or for a dry run what launching would make",
            content =
                    @Content(
                            schema = @Schema(oneOf = {CampaignResponse.class, CampaignPreviewResponse.class}),
                            examples = {
                                @ExampleObject(name = "launched", value = CampaignExamples.LAUNCHED),
                                @ExampleObject(name = "dry run", value = CampaignExamples.PREVIEW)
                            }))
    Mono<ResponseEntity<?>> launch(
            Actor actor,
            @PathVariable CampaignId id,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @IfMatch @Nullable Long version) {
        return dryRun
                ? previewCampaign.of(actor, id).map(mapper::toResponse).map(ResponseEntity::ok)
                : moveCampaign.launch(actor, id, version).map(this::document);
    }

    @Needs(Permission.ASSIGN_TASKS)
    @PostMapping("/{id}/end")
    @Operation(summary = "End a campaign", description = """
                    It takes no more households, and what is open of its tasks is cancelled after the answer. Ending \
                    again changes nothing. A campaign whose window is over ends by itself.""")
    @ApiResponse(
            responseCode = "200",
            description = "The campaign",
            content = @Content(examples = @ExampleObject(CampaignExamples.LAUNCHED)))
    Mono<ResponseEntity<CampaignResponse>> end(
            Actor actor, @PathVariable CampaignId id, @IfMatch @Nullable Long version) {
        return moveCampaign.end(actor, id, version).map(this::document);
    }

    @Needs(Permission.READ_CAMPAIGNS)
    @GetMapping("/{id}")
    @Operation(summary = "Read a campaign", description = """
                    The campaign with its progress in the caller's part of it: tasks by state and hamlet, what was achieved \
                    within its window, hamlets without active members.""")
    @ApiResponse(
            responseCode = "200",
            description = "The campaign",
            content = @Content(examples = @ExampleObject(CampaignExamples.RUNNING)))
    Mono<ResponseEntity<CampaignResponse>> get(Actor actor, @PathVariable CampaignId id) {
        return progress.of(actor, id)
                .map(found -> Replies.document(
                        mapper.toResponse(found.campaign(), found, devicesNotSynced(actor, found)),
                        found.campaign().revision().version()));
    }

    @Needs(Permission.READ_CAMPAIGNS)
    @GetMapping
    @Operation(summary = "List campaigns", description = """
                    The campaigns of the caller's scope, and those of wider areas that take place there too; the latest \
                    first, without progress.""")
    @ApiResponse(
            responseCode = "200",
            description = "A part of the list",
            content = @Content(examples = @ExampleObject(CampaignExamples.PAGE)))
    Mono<Page<CampaignResponse>> list(
            Actor actor, @RequestParam(required = false) @Nullable CampaignState state, Paging paging) {
        return campaigns.page(actor, state, paging.limit(), paging.after()).map(page -> page.map(mapper::toResponse));
    }

    /** In the campaign's areas that lie in scope, else in its hamlets that do. */
    private long devicesNotSynced(Actor actor, Progress found) {
        List<AreaId> areas = found.campaign().areaIds().stream()
                .filter(actor.scope()::hasArea)
                .toList();
        return silentDevices.in(
                areas.isEmpty()
                        ? found.hamlets().stream().map(HamletProgress::hamlet).toList()
                        : areas);
    }

    private ResponseEntity<CampaignResponse> created(Campaign campaign) {
        return Replies.created(
                mapper.toResponse(campaign), campaign.revision().version(), "/v1/campaigns/" + campaign.id());
    }

    private ResponseEntity<CampaignResponse> document(Campaign campaign) {
        return Replies.document(mapper.toResponse(campaign), campaign.revision().version());
    }
}
