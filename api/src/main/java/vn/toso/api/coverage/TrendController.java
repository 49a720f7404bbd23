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
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.coverage.CoverageTrend;
import vn.toso.domain.coverage.CoverageTrend.Question;
import vn.toso.domain.id.AreaId;
import vn.toso.notifications.device.SilentDevices;

/** Trends over HTTP. */
@RestController
@RequestMapping("/v1/coverage/trend")
@Tag(name = "coverage", description = "Độ bao phủ / how far each area has come")
class TrendController {

    private final CoverageTrend trend;
    private final SilentDevices silentDevices;
    private final CoverageMapper mapper;

    TrendController(CoverageTrend trend, SilentDevices silentDevices, CoverageMapper mapper) {
        this.trend = trend;
        this.silentDevices = silentDevices;
        this.mapper = mapper;
    }

    @Needs(Permission.READ_COVERAGE)
    @GetMapping
    @Operation(summary = "Trend of an area", description = """
                    The area's count of one service at the end of each day, week (Sunday) or month from `from` to `to`, at \
                    most 400 points; without days the last four weeks, twelve weeks or twelve months. What arrived late \
                    stands on the day on which it occurred. Sibling areas of one day are the children of `GET \
                    /v1/coverage?at=`.""")
    @ApiResponse(
            responseCode = "200",
            description = "The points",
            content = @Content(examples = @ExampleObject(CoverageExamples.TREND)))
    Mono<TrendResponse> of(
            Actor actor,
            @RequestParam AreaId area,
            @RequestParam String service,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "day") TrendStepName step,
            @RequestParam(defaultValue = "now") TreeName tree) {
        return trend.of(actor, new Question(area, service, from, to, step.step(), tree.tree()))
                .map(answer -> mapper.toResponse(answer, silentDevices.in(area)));
    }
}
