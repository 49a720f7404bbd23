package vn.toso.api.privacy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.api.web.Needs;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.privacy.Holidays;
import vn.toso.domain.privacy.Retain;
import vn.toso.domain.privacy.RetentionRule;
import vn.toso.domain.privacy.YearOfHolidays;

/** What the province decides: how long things are kept, and which days are holidays. */
@RestController
@RequestMapping("/v1/privacy")
@Tag(name = "privacy")
class PrivacyRuleController {

    private final Retain retain;
    private final Holidays holidays;

    PrivacyRuleController(Retain retain, Holidays holidays) {
        this.retain = retain;
        this.holidays = holidays;
    }

    @GetMapping("/holidays/{year}")
    @Operation(summary = "Read the holidays of a year", description = """
                    What the province entered. 1 January, 30 April, 1 May and 2 September are known; Tết, the Hùng Kings, the \
                    day beside 2 September and swapped days are decided every year and must be entered.""")
    @ApiResponse(
            responseCode = "200",
            description = "The days",
            content = @Content(examples = @ExampleObject(PrivacyExamples.HOLIDAYS)))
    @Needs(Permission.RECEIVE_DATA_REQUESTS)
    Mono<HolidaysBody> holidays(Actor actor, @PathVariable int year) {
        return holidays.of(actor, year).map(HolidaysBody::of);
    }

    @PutMapping("/holidays/{year}")
    @Operation(
            summary = "Enter the holidays of a year",
            description = "In the place of what was entered before. Terms that are counted from now on go by it.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(PrivacyExamples.HOLIDAYS))))
    @ApiResponse(
            responseCode = "200",
            description = "The days",
            content = @Content(examples = @ExampleObject(PrivacyExamples.HOLIDAYS)))
    @Needs(value = Permission.EDIT_PRIVACY_RULES, unlogged = true)
    Mono<HolidaysBody> enterHolidays(Actor actor, @PathVariable int year, @RequestBody HolidaysBody days) {
        return Mono.defer(() -> holidays.enter(
                        actor, new YearOfHolidays(year, Set.copyOf(days.off()), Set.copyOf(days.worked()))))
                .map(HolidaysBody::of);
    }

    @GetMapping("/retention")
    @Operation(summary = "Read how long things are kept", description = """
                    Each rule, and how much it would remove now: nothing is removed by asking.""")
    @ApiResponse(
            responseCode = "200",
            description = "The rules",
            content = @Content(examples = @ExampleObject(PrivacyExamples.RETENTION)))
    @Needs(Permission.EDIT_PRIVACY_RULES)
    Mono<RetentionResponse> retention(Actor actor) {
        return answer(retain.wouldRemove(actor), true);
    }

    @PutMapping("/retention/{kind}")
    @Operation(
            summary = "Decide how long something is kept",
            description = "The job that removes what is older goes by it from its next turn on.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(PrivacyExamples.RULE))))
    @ApiResponse(
            responseCode = "200",
            description = "The rule",
            content = @Content(examples = @ExampleObject(PrivacyExamples.RULE_DECIDED)))
    @Needs(value = Permission.EDIT_PRIVACY_RULES, unlogged = true)
    Mono<RuleResponse> decide(Actor actor, @PathVariable String kind, @RequestBody Days days) {
        return Mono.defer(() -> retain.decide(actor, kind, days.days())).map(RuleResponse::of);
    }

    @PostMapping("/retention/run")
    @Operation(summary = "Remove what is too old", description = """
                    Now, instead of at the job's next turn. With `dryRun=true`, the default, nothing is removed and the \
                    answer says how much would be.""")
    @ApiResponse(
            responseCode = "200",
            description = "What was removed, or would be",
            content = @Content(examples = @ExampleObject(PrivacyExamples.RETENTION)))
    @Needs(value = Permission.EDIT_PRIVACY_RULES, unlogged = true)
    Mono<RetentionResponse> retain(Actor actor, @RequestParam(defaultValue = "true") boolean dryRun) {
        return answer(dryRun ? retain.wouldRemove(actor) : retain.remove(actor), dryRun);
    }

    private static Mono<RetentionResponse> answer(Flux<Retain.Effect> effects, boolean dryRun) {
        return effects.map(EffectResponse::of).collectList().map(rules -> new RetentionResponse(rules, dryRun));
    }

    /**
     * Holidays of a year beside those that are known.
     *
     * @param off further days off
     * @param worked days of work that would be off: swapped Saturdays
     */
    @Schema(name = "Holidays")
    record HolidaysBody(List<LocalDate> off, List<LocalDate> worked) {

        static HolidaysBody of(YearOfHolidays year) {
            return new HolidaysBody(List.copyOf(year.off()), List.copyOf(year.worked()));
        }
    }

    /** How long something is kept. */
    @Schema(name = "RetentionDays")
    record Days(int days) {}

    /**
     * How long a kind of thing is kept.
     *
     * @param decidedBy absent for the usual time
     */
    @Schema(name = "RetentionRule")
    record RuleResponse(
            String kind,
            int days,
            @Nullable MemberId decidedBy,
            @Nullable Instant decidedAt) {

        static RuleResponse of(RetentionRule rule) {
            return new RuleResponse(rule.kind(), rule.days(), rule.decidedBy(), rule.decidedAt());
        }
    }

    /**
     * What a rule means.
     *
     * @param before what is older goes
     * @param count how much that is
     */
    @Schema(name = "RetentionEffect")
    record EffectResponse(RuleResponse rule, Instant before, long count) {

        static EffectResponse of(Retain.Effect effect) {
            return new EffectResponse(RuleResponse.of(effect.rule()), effect.before(), effect.count());
        }
    }

    /**
     * All rules.
     *
     * @param dryRun whether nothing was removed
     */
    @Schema(name = "Retention")
    record RetentionResponse(List<EffectResponse> rules, boolean dryRun) {}
}
