package vn.toso.api.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
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
import vn.toso.api.web.Paging;
import vn.toso.api.web.Replies;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.audit.AuditEntries;
import vn.toso.domain.audit.AuditRules;
import vn.toso.domain.audit.AuditSettings;
import vn.toso.domain.audit.VerifyTrail;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.storage.Page;

/** The audit over HTTP. */
@RestController
@RequestMapping("/v1/audit")
@Tag(name = "audit", description = "Nhật ký truy cập / who read, changed, took away and was denied what")
class AuditController {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final AuditEntries entries;
    private final VerifyTrail verifyTrail;
    private final AuditRules rules;

    AuditController(AuditEntries entries, VerifyTrail verifyTrail, AuditRules rules) {
        this.entries = entries;
        this.verifyTrail = verifyTrail;
        this.rules = rules;
    }

    @Needs(Permission.READ_AUDIT)
    @GetMapping
    @Operation(summary = "Search the audit", description = """
                    Who read, changed, took away and was denied what, the latest first; ids only. `member` asks for what one \
                    did, `entity` for a household that was shown or a document that was changed, `from` and `to` for days in \
                    Asia/Ho_Chi_Minh, both included. Changes show some seconds after they were made.""")
    @ApiResponse(
            responseCode = "200",
            description = "A part of the list",
            content = @Content(examples = @ExampleObject(AuditExamples.PAGE)))
    Mono<Page<AuditEntryResponse>> list(
            Actor actor,
            @RequestParam(required = false) @Nullable MemberId member,
            @RequestParam(required = false) @Nullable UUID entity,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Paging paging) {
        var filter = new AuditEntries.Filter(member, entity, start(from), start(to == null ? null : to.plusDays(1)));
        return entries.page(actor, filter, paging.limit(), paging.after())
                .map(page -> new Page<>(
                        page.items().stream().map(AuditEntryResponse::of).toList(), page.next()));
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZONE).toInstant();
    }

    @Needs(Permission.READ_AUDIT)
    @GetMapping("/verify")
    @Operation(summary = "Verify the audit", description = """
                    Recomputes every hash and looks for the ends that signed checkpoints name, so that a changed entry, one \
                    that was taken out and an end that was cut off show as `faults`: `changed`, `missing`, `cut`, and those of \
                    checkpoints. At most `limit` entries a call (1 to 200000, 100000 when absent); `next` goes back as \
                    `after`. `known` is the hash of a checkpoint that somebody noted earlier: where it isn't there any more, \
                    the whole database was set back (`checkpoint-unknown`).""")
    @ApiResponse(
            responseCode = "200",
            description = "What was found",
            content = @Content(examples = @ExampleObject(AuditExamples.REPORT)))
    Mono<AuditReport> verify(
            Actor actor,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(defaultValue = "100000") int limit,
            @RequestParam(required = false) @Nullable String after) {
        return verifyTrail.verify(actor, known, limit, after).map(AuditReport::of);
    }

    @Needs(Permission.READ_AUDIT)
    @GetMapping("/settings")
    @Operation(
            summary = "Read how the audit is kept",
            description = "For how many days, and how many households in how short a time raise the alarm.")
    @ApiResponse(
            responseCode = "200",
            description = "The settings",
            content = @Content(examples = @ExampleObject(AuditExamples.SETTINGS)))
    Mono<ResponseEntity<AuditSettingsBody>> settings(Actor actor) {
        return rules.read(actor).map(AuditController::reply);
    }

    @Needs(value = Permission.EDIT_AUDIT_SETTINGS, unlogged = true)
    @PutMapping("/settings")
    @Operation(
            summary = "Say how the audit is kept",
            description = "For the province. Holds on every node within a minute.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(AuditExamples.SETTINGS))))
    @ApiResponse(
            responseCode = "200",
            description = "The settings as they are now",
            content = @Content(examples = @ExampleObject(AuditExamples.SETTINGS)))
    Mono<ResponseEntity<AuditSettingsBody>> put(
            Actor actor, @IfMatch @Nullable Long version, @RequestBody AuditSettingsBody request) {
        return rules.put(actor, version, request.keptDays(), request.manyHouseholds(), request.withinMinutes())
                .map(AuditController::reply);
    }

    private static ResponseEntity<AuditSettingsBody> reply(AuditSettings now) {
        var body = new AuditSettingsBody(now.keptDays(), now.manyHouseholds(), now.withinMinutes());
        return Replies.document(body, now.revision().version());
    }
}
