package vn.toso.api.month;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.toso.api.web.Needs;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.coverage.CoverageOf;
import vn.toso.domain.coverage.FreezeMonth;
import vn.toso.domain.coverage.MonthOf;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.problem.Problem;
import vn.toso.notifications.device.SilentDevices;

/** Months over HTTP. */
@RestController
@RequestMapping("/v1/months/{month}")
@Tag(name = "months", description = "Chốt tháng / months as they were handed in")
class MonthController {

    private static final Pattern MONTH = Pattern.compile("20\\d\\d-\\d\\d");

    private final FreezeMonth freezeMonth;
    private final MonthOf monthOf;
    private final SilentDevices silentDevices;
    private final MonthReplies replies;

    MonthController(FreezeMonth freezeMonth, MonthOf monthOf, SilentDevices silentDevices, MonthReplies replies) {
        this.freezeMonth = freezeMonth;
        this.monthOf = monthOf;
        this.silentDevices = silentDevices;
        this.replies = replies;
    }

    @Needs(value = Permission.FREEZE_MONTHS, unlogged = true)
    @PostMapping("/freeze")
    @Operation(summary = "Freeze a month", description = """
                    Keeps a month that is over as it reads now, for good, for every hamlet of the area. Freezing again, or \
                    an area above, adds hamlets that were not frozen and changes nothing else. Visits that come later are \
                    accepted and marked (`afterFreeze`), and show as corrections.""")
    @ApiResponse(
            responseCode = "200",
            description = "The month as it is kept",
            content = @Content(examples = @ExampleObject(MonthExamples.ANSWER)))
    Mono<MonthResponse> freeze(Actor actor, @PathVariable String month, @RequestParam AreaId area) {
        YearMonth which = parsed(month);
        return freezeMonth
                .freeze(actor, which, area)
                .flatMap(tree -> monthOf.of(actor, which, area, tree))
                .map(answer -> replies.toResponse(answer, silentDevices.in(area)));
    }

    @Needs(Permission.READ_COVERAGE)
    @GetMapping
    @Operation(summary = "Read a month", description = """
                    What a month brought to an area and to each right below it: as frozen where it is, as known now where \
                    not. What arrived after the freeze stands apart: in this month's `late`, and in the `carried` of the \
                    next month frozen after it arrived, or of the month that runs. `tree` says whether the hamlets are \
                    summed by the tree of the month's last day (`then`) or by today's (`now`).""")
    @ApiResponse(
            responseCode = "200",
            description = "The month",
            content = @Content(examples = @ExampleObject(MonthExamples.ANSWER)))
    Mono<MonthResponse> get(
            Actor actor,
            @PathVariable String month,
            @RequestParam AreaId area,
            @RequestParam(defaultValue = "now") MonthResponse.Tree tree) {
        CoverageOf.Tree summedBy = tree == MonthResponse.Tree.then ? CoverageOf.Tree.THEN : CoverageOf.Tree.NOW;
        return monthOf.of(actor, parsed(month), area, summedBy)
                .map(answer -> replies.toResponse(answer, silentDevices.in(area)));
    }

    private static YearMonth parsed(String month) {
        try {
            if (MONTH.matcher(month).matches()) {
                return YearMonth.parse(month);
            }
        } catch (DateTimeException noMonth) {
            throw Problem.invalid("/month", "month");
        }
        throw Problem.invalid("/month", "month");
    }
}
