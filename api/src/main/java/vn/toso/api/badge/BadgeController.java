package vn.toso.api.badge;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.toso.api.problem.Sentences;
import vn.toso.api.web.FileFormat;
import vn.toso.api.web.OpenTo;
import vn.toso.domain.team.Badges;
import vn.toso.domain.team.Badges.Badge;

/** What a citizen sees who scans a member's code. */
@RestController
@Tag(name = "badges", description = "Xác nhận thành viên tổ / who stands at the door")
@SecurityRequirements
class BadgeController {

    private final Badges badges;
    private final BadgePage page;
    private final Sentences sentences;

    BadgeController(Badges badges, BadgePage page, Sentences sentences) {
        this.badges = badges;
        this.page = page;
        this.sentences = sentences;
    }

    @OpenTo(OpenTo.Who.ANYBODY)
    @GetMapping("/v1/badges/{code}")
    @Operation(summary = "Look up who stands at the door", description = """
                    For anybody, without a token: whether the code that a member shows is good now, and whose it is. A code                     that is too old, one that was made up and one of somebody who is no member any more get the same                     answer. As JSON, or as a page where `Accept` asks for HTML. An address gets few answers a minute.""")
    @ApiResponse(
            responseCode = "200",
            description = "Valid or not",
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = BadgeResponse.class),
                        examples = {
                            @ExampleObject(name = "valid", value = BadgeExamples.VALID),
                            @ExampleObject(name = "not valid", value = BadgeExamples.INVALID)
                        }),
                @Content(mediaType = "text/html", schema = @Schema(type = "string"))
            })
    Mono<ResponseEntity<Object>> of(@PathVariable String code, ServerHttpRequest request) {
        BadgeFormat asked = FileFormat.asked(BadgeFormat.values(), null, request);
        return badges.of(code)
                .map(badge -> toResponse(badge, request.getHeaders()))
                .defaultIfEmpty(unknown(request.getHeaders()))
                .map(answer -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .header("Content-Security-Policy", BadgePage.POLICY)
                        .contentType(asked.type())
                        .body(asked == BadgeFormat.HTML ? page.of(answer, request.getHeaders()) : answer));
    }

    private BadgeResponse toResponse(Badge badge, HttpHeaders request) {
        return new BadgeResponse(
                true,
                badge.name(),
                badge.team(),
                badge.communes(),
                badge.until(),
                sentences.sentence("badge.notice", request));
    }

    private BadgeResponse unknown(HttpHeaders request) {
        return new BadgeResponse(false, null, null, null, null, sentences.sentence("badge.notice", request));
    }
}
