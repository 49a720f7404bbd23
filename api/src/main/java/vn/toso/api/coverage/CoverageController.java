package vn.toso.api.coverage;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.toso.api.web.Needs;
import vn.toso.api.web.Paging;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.coverage.CoverageOf;
import vn.toso.domain.coverage.CoverageOf.Question;
import vn.toso.domain.id.AreaId;
import vn.toso.notifications.device.SilentDevices;

/** Coverage over HTTP. */
@RestController
@RequestMapping("/v1/coverage")
@Tag(name = "coverage", description = "Độ bao phủ / how far each area has come")
class CoverageController {

    private final CoverageOf coverage;
    private final SilentDevices silentDevices;
    private final CoverageMapper mapper;

    CoverageController(CoverageOf coverage, SilentDevices silentDevices, CoverageMapper mapper) {
        this.coverage = coverage;
        this.silentDevices = silentDevices;
        this.mapper = mapper;
    }

    @Needs(Permission.READ_COVERAGE)
    @GetMapping
    @Operation(summary = "Coverage of an area", description = """
                    The area's count for one service and that of each area right below it. Areas above hamlets are sums of \
                    hamlets, never averages of shares; `share` is absent where nobody is eligible. `at` is a day in \
                    Asia/Ho_Chi_Minh, today when absent; `tree` says whether that day's tree (`then`) or today's (`now`) \
                    sums the hamlets. `devicesNotSynced` counts phones of members of the area that did not synchronise for 24 \
                    hours, so that work may be missing.""")
    @ApiResponse(
            responseCode = "200",
            description = "The counts",
            content = @Content(examples = @ExampleObject(CoverageExamples.ANSWER)))
    Mono<CoverageResponse> of(
            Actor actor,
            @RequestParam AreaId area,
            @RequestParam String service,
            @RequestParam(required = false) @Nullable LocalDate at,
            @RequestParam(defaultValue = "now") TreeName tree) {
        return coverage.of(actor, new Question(area, service, at, tree.tree()))
                .map(answer -> mapper.toResponse(answer, silentDevices.in(area), service));
    }

    @Needs(Permission.READ_COVERAGE)
    @GetMapping("/hamlets")
    @Operation(summary = "Hamlets by share", description = """
                    The hamlets of an area as of now, those that lag behind first; those without anybody eligible come \
                    last. `sort` can only be `share`.""")
    @ApiResponse(
            responseCode = "200",
            description = "A part of the list",
            content = @Content(examples = @ExampleObject(CoverageExamples.LAGGARDS)))
    Mono<LaggardsResponse> hamlets(
            Actor actor,
            @RequestParam AreaId area,
            @RequestParam String service,
            @RequestParam(defaultValue = "share") HamletOrder sort,
            Paging paging) {
        return coverage.laggards(actor, area, service, paging.limit(), paging.after())
                .map(ranking -> mapper.toResponse(ranking, silentDevices.in(area), service));
    }
}
