package vn.toso.api.team;

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
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.storage.Page;
import vn.toso.domain.team.AmendTeam;
import vn.toso.domain.team.CreateTeam;
import vn.toso.domain.team.Team;
import vn.toso.domain.team.TeamForm;
import vn.toso.domain.team.Teams;

/** Teams over HTTP. */
@RestController
@RequestMapping("/v1/teams")
@Tag(name = "teams", description = "Tổ công nghệ số cộng đồng / the teams")
class TeamController {

    private final Teams teams;
    private final CreateTeam createTeam;
    private final AmendTeam amendTeam;
    private final Homes homes;
    private final TeamMapper mapper;
    private final MergePatch merge;

    TeamController(
            Teams teams, CreateTeam createTeam, AmendTeam amendTeam, Homes homes, TeamMapper mapper, MergePatch merge) {
        this.teams = teams;
        this.createTeam = createTeam;
        this.amendTeam = amendTeam;
        this.homes = homes;
        this.mapper = mapper;
        this.merge = merge;
    }

    @Needs(Permission.READ_TEAMS)
    @GetMapping("/{id}")
    @Operation(summary = "Read a team", description = "A team of the caller's scope, or one the caller belongs to.")
    @ApiResponse(
            responseCode = "200",
            description = "The team",
            content = @Content(examples = @ExampleObject(TeamExamples.TEAM)))
    Mono<ResponseEntity<TeamResponse>> get(Actor actor, @PathVariable TeamId id) {
        return teams.get(actor, id).map(this::toReply);
    }

    @Needs(Permission.READ_TEAMS)
    @GetMapping
    @Operation(
            summary = "List teams",
            description =
                    "The teams of the caller's scope and those the caller belongs to; `area` asks for those of an area and of what lies below it today.")
    @ApiResponse(
            responseCode = "200",
            description = "A part of the list",
            content = @Content(examples = @ExampleObject(TeamExamples.TEAMS)))
    Mono<Page<TeamResponse>> list(Actor actor, @RequestParam @Nullable AreaId area, Paging paging) {
        return teams.list(actor, homes.in(area), paging.limit(), paging.after())
                .map(page -> page.map(mapper::toResponse));
    }

    @Needs(Permission.EDIT_TEAMS)
    @PostMapping
    @Operation(
            summary = "Found a team",
            description = """
                    Founds the team of a commune or a hamlet of the caller's scope. 409 `conflict` when the area has one. \
                    Who sits in it must be a member whom the caller sees and who has not left.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(TeamExamples.REQUEST))))
    @ApiResponse(
            responseCode = "201",
            description = "Founded",
            content = @Content(examples = @ExampleObject(TeamExamples.TEAM)))
    Mono<ResponseEntity<TeamResponse>> create(Actor actor, @RequestBody TeamRequest request) {
        return createTeam
                .create(actor, mapper.toCommand(request))
                .map(mapper::toResponse)
                .map(body -> Replies.created(body, body.version(), "/v1/teams/" + body.id()));
    }

    @Needs(Permission.EDIT_TEAMS)
    @PatchMapping("/{id}")
    @Operation(
            summary = "Change a team",
            description = """
                    Changes name, founding decision and seats by a merge patch: a field that is there replaces the present \
                    value, `null` takes it away, the rest stays. `members` is replaced as a whole.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = TeamFields.class),
                                            examples = @ExampleObject(TeamExamples.PATCH))))
    @ApiResponse(
            responseCode = "200",
            description = "The team as it is now",
            content = @Content(examples = @ExampleObject(TeamExamples.TEAM)))
    Mono<ResponseEntity<TeamResponse>> amend(
            Actor actor, @PathVariable TeamId id, @IfMatch @Nullable Long version, @RequestBody JsonNode patch) {
        return amendTeam.amend(actor, id, version, form -> patched(form, patch)).map(this::toReply);
    }

    private TeamForm patched(TeamForm form, JsonNode patch) {
        return mapper.toForm(merge.apply(mapper.toFields(form), patch, TeamFields.class));
    }

    private ResponseEntity<TeamResponse> toReply(Team team) {
        TeamResponse body = mapper.toResponse(team);
        return Replies.document(body, body.version());
    }
}
