package vn.toso.api.targets;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.toso.api.web.IfMatch;
import vn.toso.api.web.Needs;
import vn.toso.api.web.Replies;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.coverage.SetTarget;
import vn.toso.domain.coverage.TargetProgress;
import vn.toso.domain.id.AreaId;
import vn.toso.notifications.device.SilentDevices;

/** Setting targets, and reading how far they are reached. */
@RestController
@RequestMapping("/v1/targets")
@Tag(name = "targets", description = "Chỉ tiêu / what areas are to reach")
class TargetController {

    private final SetTarget setTarget;
    private final TargetProgress progress;
    private final SilentDevices silentDevices;
    private final TargetMapper mapper;

    TargetController(SetTarget setTarget, TargetProgress progress, SilentDevices silentDevices, TargetMapper mapper) {
        this.setTarget = setTarget;
        this.progress = progress;
        this.silentDevices = silentDevices;
        this.mapper = mapper;
    }

    @Needs(Permission.EDIT_TARGETS)
    @PutMapping
    @Operation(
            summary = "Set a target",
            description = """
                    Says what an area is to reach with a service by the end of a year or month, and by which document. \
                    There is one target for an area, service and period: setting it again replaces it.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(TargetExamples.REQUEST))))
    @ApiResponse(
            responseCode = "200",
            description = "The target with its progress",
            content = @Content(examples = @ExampleObject(TargetExamples.ANSWER)))
    Mono<ResponseEntity<TargetResponse>> set(
            Actor actor, @IfMatch @Nullable Long version, @RequestBody TargetRequest request) {
        return setTarget
                .set(actor, version, mapper.toCommand(request))
                .flatMap(target -> progress.of(actor, target))
                .map(mapper::toResponse)
                .map(body -> Replies.document(body, body.version()));
    }

    @Needs(Permission.READ_COVERAGE)
    @GetMapping
    @Operation(summary = "Targets of an area", description = """
                    The area's targets and baselines by service and period, each target with what is achieved, the pace \
                    needed, and a forecast: the units achieved by the last day at the mean pace of the last four weeks \
                    (`expected`), at that of the slowest (`low`) and at that of the fastest of them (`high`).""")
    @ApiResponse(
            responseCode = "200",
            description = "The figures",
            content = @Content(examples = @ExampleObject(TargetExamples.MANY)))
    Mono<TargetResponse.Many> list(Actor actor, @RequestParam AreaId area) {
        return progress.of(actor, area).map(answer -> mapper.toResponse(answer, silentDevices.in(area)));
    }
}
