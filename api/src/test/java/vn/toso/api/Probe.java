package vn.toso.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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
import vn.toso.domain.change.DuplicateDocument;
import vn.toso.domain.change.StaleVersion;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.service.Outcome;

/** A controller of the tests, with every kind of value that a request can hold. */
@NullMarked
@TestComponent
@RestController
class Probe {

    private final MergePatch mergePatch;

    Probe(MergePatch mergePatch) {
        this.mergePatch = mergePatch;
    }

    record Form(
            HouseholdId id,
            String name,
            @Nullable Integer count,
            @Nullable Double degrees,
            @Nullable Boolean flag,
            @Nullable Outcome outcome,
            @Nullable OffsetDateTime at,
            @Nullable LocalDate on,
            @Nullable UUID other,
            @Nullable List<Inner> inner,
            @Nullable Inner one) {}

    record Inner(String word, @Nullable Outcome outcome, int level) {}

    record Times(
            Instant instant,
            OffsetDateTime time,
            LocalDate date,
            @Nullable String nothing) {}

    @Needs(Permission.OWN_ACCOUNT)
    @PostMapping("/v1/probe")
    Form echo(@RequestBody Form form) {
        return form;
    }

    @Needs(Permission.OWN_ACCOUNT)
    @PatchMapping("/v1/probe")
    Form patch(@RequestBody JsonNode patch) {
        Form now = new Form(
                HouseholdId.of("01933b3c-7a5e-7c1f-8d2a-3f4b5c6d7e8f"),
                "now",
                3,
                null,
                true,
                Outcome.ABSENT,
                null,
                null,
                null,
                List.of(new Inner("a", null, 1)),
                new Inner("b", Outcome.REFUSED, 2));
        return mergePatch.apply(now, patch, Form.class);
    }

    @Needs(Permission.OWN_ACCOUNT)
    @GetMapping("/v1/probe/times")
    Times times() {
        return new Times(
                Instant.parse("2026-11-20T12:05:00Z"),
                OffsetDateTime.parse("2026-11-20T19:05:00+07:00"),
                LocalDate.parse("2026-11-20"),
                null);
    }

    @Needs(Permission.OWN_ACCOUNT)
    @GetMapping("/v1/probe/list")
    Map<String, Object> list(
            Paging paging,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable Outcome outcome,
            @RequestParam(required = false) @Nullable HouseholdId household,
            @RequestParam(required = false) @Nullable Boolean flag) {
        return Map.of("limit", paging.limit(), "after", String.valueOf(paging.after()));
    }

    @Needs(Permission.OWN_ACCOUNT)
    @GetMapping("/v1/probe/needs")
    String needs(@RequestParam String area) {
        return area;
    }

    @Needs(Permission.OWN_ACCOUNT)
    @PostMapping("/v1/probe/version")
    ResponseEntity<Map<String, Object>> version(Actor actor, @IfMatch @Nullable Long version) {
        return Replies.document(Map.of("version", String.valueOf(version), "role", actor.role()), 7);
    }

    @Needs(Permission.OWN_ACCOUNT)
    @GetMapping("/v1/probe/fails/{how}")
    Mono<String> fails(@PathVariable String how) {
        return Mono.error(() -> switch (how) {
            case "stale" -> new StaleVersion("thing", "key", 3);
            case "duplicate" -> new DuplicateDocument("thing", "key");
            default -> new IllegalStateException("secret inner words");
        });
    }

    @Needs(Permission.OWN_ACCOUNT)
    @GetMapping("/v1/probe/{id}")
    String one(@PathVariable HouseholdId id) {
        return id.toString();
    }
}
